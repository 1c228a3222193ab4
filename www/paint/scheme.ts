// Light or dark, as the page around is: in a host that is light the panel stays so on a dark system.

/** A colour with fewer parts of white than this, of 255, is dark. */
const MIDDLE = 128;

/** Whether the page behind an element is dark: as it declares, and where it declares nothing, as its ground looks. */
export function isDark(element: Element): boolean {
  // Chromium before 81 knows no such declaration.
  const declared = (getComputedStyle(element).colorScheme ?? '').split(' ');
  if (declared.includes('dark')) return !declared.includes('light') || matchMedia('(prefers-color-scheme: dark)').matches;
  return !declared.includes('light') && isGroundDark(element);
}

/** A page without any ground is white. */
function isGroundDark(element: Element): boolean {
  for (let one: Element | null = element; one; one = outside(one)) {
    const [, parts = ''] = /^rgba?\((.*)\)$/.exec(getComputedStyle(one).backgroundColor) ?? [];
    const [red = 0, green = 0, blue = 0, opacity = 1] = parts.split(',').map(Number);
    if (parts && opacity > 0.5) return 0.299 * red + 0.587 * green + 0.114 * blue < MIDDLE;
  }
  return false;
}

/** What an element stands in, out of shadow roots and frames too. */
function outside(element: Element): Element | null {
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : element.ownerDocument.defaultView?.frameElement ?? null);
}

/** A style sheet of ours that asks the system, made to ask nobody. */
export function inScheme(sheet: string, dark: boolean): string {
  return sheet.replace(/\(prefers-color-scheme: ?dark\)/g, dark ? 'all' : 'not all').replace(/light dark/g, dark ? 'dark' : 'light');
}
