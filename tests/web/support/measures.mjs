// What axe does not measure, run in a page and its shadow roots; each gives a list of faults in words, empty if all is well.

/** What the measures share, put into the page. */
function install() {
  const all = (root = document) => [...root.querySelectorAll('*')].flatMap((element) => (element.shadowRoot ? [element, ...all(element.shadowRoot)] : [element]));
  const ours = (element) => !element.closest('.ql-toolbar, .ql-container, .tox');
  const outside = (element) => element.assignedSlot ?? element.parentElement ?? (element.getRootNode().host ?? null);
  const shown = (element) => {
    const { width, height } = element.getBoundingClientRect();
    return width > 1 && height > 1 && element.checkVisibility({ visibilityProperty: true }) && ours(element);
  };
  const nameOf = (element) => `${element.localName}${element.id ? `#${element.id}` : ''}.${element.className} “${(element.ariaLabel ?? element.textContent ?? '').trim().slice(0, 24)}”`;
  const chain = (element) => { const up = []; for (let one = element; one; one = outside(one)) up.push(one); return up; };
  const active = () => { let one = document.activeElement; while (one?.shadowRoot?.activeElement) one = one.shadowRoot.activeElement; return one; };
  // Only what is open over the page can be seen and reached.
  const modal = () => all().find((element) => element.matches('dialog:modal'));
  const seen = () => all().filter((element) => shown(element) && (!modal() || chain(element).includes(modal())));
  globalThis.measures = { all, outside, shown, nameOf, chain, active, seen };
}

/** 1.4.10: the page does not scroll sideways, and what is wider than the window scrolls in a place of its own that the keyboard reaches. */
export async function tooWide(page) {
  await page.evaluate(install);
  return page.evaluate(() => {
    const { seen, chain, nameOf } = globalThis.measures;
    const scrolls = (element) => /auto|scroll/.test(getComputedStyle(element).overflowX);
    const reached = (element) => element.tabIndex >= 0 || element.querySelector('button, input, a[href], [tabindex="0"]');
    const beyond = document.documentElement.scrollWidth - innerWidth;
    return [
      ...(beyond > 0 ? [`the page scrolls sideways by ${beyond} px`] : []),
      ...seen().filter((element) => element.getBoundingClientRect().right > innerWidth + 1).filter((element) => !chain(element).some((up) => scrolls(up) && reached(up))).slice(0, 3).map(nameOf),
    ];
  });
}

/**
 * 2.5.8: what can be pressed is at least 24 by 24 px, unless it stands in a sentence, or in the cell of a table that is
 * set close: what is pressed there can be pressed in the cards beside it too, where it is large enough.
 */
export async function tooSmall(page) {
  await page.evaluate(install);
  return page.evaluate(() => {
    const { seen, nameOf } = globalThis.measures;
    const inSentence = (element) => element.localName === 'a' && [...element.parentNode.childNodes].some((node) => node !== element && node.textContent.trim());
    const hasEqual = (element) => element.matches('.close .slot button');
    return seen().filter((element) => !hasEqual(element) && element.matches('button, a[href], input, select, textarea, summary, [role="tab"]') && !inSentence(element)).filter((element) => {
      const { width, height } = (element.closest('label') ?? element).getBoundingClientRect();
      // Half a pixel is lost in rounding.
      return Math.min(width, height) < 23.5;
    }).map((element) => `${nameOf(element)} ${Math.round(element.getBoundingClientRect().width)}×${Math.round(element.getBoundingClientRect().height)}`);
  });
}

const SPACING = '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-bottom: 2em !important; }';

/** 1.4.12: with more space between letters, words, lines and paragraphs no text and no figure is cut off. */
export async function cutOff(page) {
  await page.evaluate(install);
  return page.evaluate((style) => {
    const { all, seen, nameOf } = globalThis.measures;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    const roots = [document, ...all().flatMap(({ shadowRoot }) => shadowRoot ?? [])];
    const before = roots.map((root) => root.adoptedStyleSheets);
    for (const root of roots) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    const cut = seen().filter((element) => {
      const { overflowX, overflowY } = getComputedStyle(element);
      // A figure between its sign and its proposal stands in the card of the cause too.
      if (element.localName === 'input') return element.value && element.type === 'text' && !element.closest('td.tight') && element.scrollWidth > element.clientWidth + 1;
      if (!element.textContent.trim() || element.closest('.hidden, svg, select')) return false;
      return (/hidden|clip/.test(overflowX) && element.scrollWidth > element.clientWidth + 1) || (/hidden|clip/.test(overflowY) && element.scrollHeight > element.clientHeight + 1);
    }).map(nameOf);
    roots.forEach((root, i) => (root.adoptedStyleSheets = before[i]));
    return cut.slice(0, 5);
  }, SPACING);
}

/** 2.3.3: nothing moves by itself where people asked for less of that. */
export async function moving(page) {
  await page.evaluate(install);
  return page.evaluate(() => {
    const { all, nameOf } = globalThis.measures;
    const roots = [document, ...all().flatMap(({ shadowRoot }) => shadowRoot ?? [])];
    const run = roots.flatMap((root) => root.getAnimations()).filter(({ effect }) => effect.getComputedTiming().duration > 0);
    const smooth = all().filter((element) => getComputedStyle(element).scrollBehavior === 'smooth');
    return [...run.map(({ effect }) => `an animation of ${nameOf(effect.target)}`), ...smooth.map((element) => `smooth scrolling of ${nameOf(element)}`)];
  });
}

/** 2.4.7 and 2.4.11: from stop to stop of the Tab key the focus is seen, and is not wholly behind something else. */
export async function lostFocus(page, most = 60) {
  await page.evaluate(install);
  const faults = [];
  let first = null;
  for (let i = 0; i < most; i++) {
    await page.keyboard.press('Tab');
    const { id, fault } = await page.evaluate(focusFault);
    if (!id || id === first) break;
    first ??= id;
    if (fault) faults.push(fault);
  }
  return faults;
}

function focusFault() {
  const { nameOf, chain, active } = globalThis.measures;
  const element = active();
  if (!element || element === document.body) return {};
  element.dataset.stop ??= String(globalThis.stops = (globalThis.stops ?? 0) + 1);
  const id = element.dataset.stop;
  const drawn = (style, name) => style[`${name}Style`] !== 'none' && parseFloat(style[`${name}Width`]) >= 2;
  const frame = element.closest('td.n');
  const isSeen = drawn(getComputedStyle(element), 'outline') || (frame && drawn(getComputedStyle(frame, '::after'), 'borderTop'));
  if (!isSeen) return { id, fault: `${nameOf(element)} shows no focus` };
  const { left, top, width, height } = element.getBoundingClientRect();
  const places = [0.5, 0.1, 0.9].flatMap((x) => [0.5, 0.1, 0.9].map((y) => [left + width * x, top + height * y]));
  const isThere = places.some(([x, y]) => {
    let hit = document.elementFromPoint(x, y);
    while (hit?.shadowRoot?.elementFromPoint(x, y) && hit.shadowRoot.elementFromPoint(x, y) !== hit) hit = hit.shadowRoot.elementFromPoint(x, y);
    return hit && (chain(hit).includes(element) || chain(element).includes(hit) && hit === element.closest('label'));
  });
  return { id, fault: isThere ? null : `${nameOf(element)} is hidden at ${Math.round(left)}, ${Math.round(top)}` };
}
