// Puts bytes into a JavaScript string, so that a page that may not fetch anything can carry its wasm.
//
// One character a byte, moved up so that the bytes of which wasm has most (its small numbers and its commonest
// instructions) become ASCII, one byte each. Characters that a script, an HTML parser or a text editor could trip over
// stand 256 higher still, where the low eight bits are the same: the reader takes `(charCodeAt(i) - SHIFT) & 255`.
// Of 1,184,933 bytes of wasm, brotli makes 349,648 as they are, 363,307 so, 376,586 without the move.

/** How far the bytes are moved up, found by trying all; www/worker.ts has the same. */
export const SHIFT = 35;

/** The string literal, with its quotes. */
export function stringLiteral(bytes) {
  let text = '';
  for (const byte of bytes) {
    const code = (byte + SHIFT) & 255;
    text += String.fromCharCode(isAwkward(code) ? code + 256 : code);
  }
  return `"${text}"`;
}

// Control characters (NUL, CR and LF among them) and the soft hyphen; the quote and the backslash end or bend a string;
// `<` could begin `</script` or `<!--`.
function isAwkward(code) {
  return code < 0x20 || (code >= 0x7f && code < 0xa0) || code === 0xad || '"\\<'.includes(String.fromCharCode(code));
}
