// Puts bytes into a JavaScript string, so that a page that may not fetch anything can carry its wasm.
//
// One character a byte. Bytes that a script, an HTML parser or a text editor could trip over stand 256 higher, where
// the low eight bits are still theirs: the reader takes `charCodeAt(i) & 255`. Compressed, this costs a fifth of what
// base64 adds (206,427 bytes of wasm, brotli: 72,180 as they are, 78,173 so, 99,379 as base64).

/** The string literal, with its quotes. */
export function stringLiteral(bytes) {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(isAwkward(byte) ? byte + 256 : byte);
  return `"${text}"`;
}

// Control characters (NUL, CR and LF among them) and the soft hyphen; the quote and the backslash end or bend a string;
// `<` could begin `</script` or `<!--`.
function isAwkward(byte) {
  return byte < 0x20 || (byte >= 0x7f && byte < 0xa0) || byte === 0xad || '"\\<'.includes(String.fromCharCode(byte));
}
