// A button for editors that have no toolbar: it stands before the field.

export function buttonBefore(field: HTMLElement, label: string, press: () => void): void {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'gouji-button';
  button.textContent = label;
  button.addEventListener('click', press);
  field.insertAdjacentElement('beforebegin', button);
}
