// Style sheets for a shadow root, made by script: a host's policy for styles does not ask about these.

/** Gives a shadow root these sheets in place of those that it had. */
export function adopt(root: ShadowRoot, ...sheets: string[]): void {
  try {
    root.adoptedStyleSheets = sheets.map(made);
  } catch {
    // Firefox before 101 makes no sheets; there the policy must allow them.
    root.querySelectorAll('style').forEach((style) => style.remove());
    for (const text of sheets) root.appendChild(document.createElement('style')).textContent = text;
  }
}

function made(text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}
