// Style sheets: as text where a shadow root adopts them, by themselves where the page links them.
declare module '*.css?inline' {
  const text: string;
  export default text;
}
declare module '*.css';
declare module '*.html?raw' {
  const text: string;
  export default text;
}
