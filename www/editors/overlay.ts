// Marks over the cells of an editor: rectangles in a layer of our own above the page, never a node in the document that
// is edited. They follow scrolling, resizing and layout; one whose text is touched goes away.

import { adopt } from '../paint/adopt';
import paletteStyle from '../paint/palette.css?inline';
import { inScheme, isDark } from '../paint/scheme';
import type { Severity } from '../types';
import { frameOf, inOurWindow, meet, outermost, roomFor, type Box, type Spot } from './adapter';
import overlayStyle from './overlay.css?inline';

export interface Mark {
  spot: Spot;
  severity: Severity;
  /** The numbers of its findings. */
  sign: string;
  title: string;
  current: boolean;
}

interface Drawn {
  mark: Mark;
  text: string | null;
  element: HTMLElement;
}

/** What moves the page without telling anybody is noticed after this long. */
const HEARTBEAT_MS = 400;

export class Overlay {
  private readonly host = document.createElement('div');
  private readonly root: ShadowRoot;
  private readonly layer: HTMLElement;
  private drawn: Drawn[] = [];
  private frame = 0;
  private stops: (() => void)[] = [];

  constructor(
    private readonly body: () => HTMLElement | null,
    private readonly pressed: (mark: Mark) => void,
  ) {
    this.host.className = 'gouji-marks';
    // The panel says the same to those who do not see the marks.
    this.host.setAttribute('aria-hidden', 'true');
    this.root = this.host.attachShadow({ mode: 'open' });
    this.layer = this.root.appendChild(document.createElement('div'));
    this.layer.className = 'layer';
  }

  show(marks: Mark[]): void {
    this.clear();
    if (marks.length === 0) return;
    this.drawn = marks.map((mark) => ({ mark, text: mark.spot.text(), element: this.draw(mark) }));
    roomFor(this.body()).append(this.host);
    const dark = isDark(this.body() ?? this.host);
    adopt(this.root, ...[paletteStyle, overlayStyle].map((sheet) => inScheme(sheet, dark)));
    this.follow();
    this.place();
  }

  clear(): void {
    for (const stop of this.stops.splice(0)) stop();
    cancelAnimationFrame(this.frame);
    this.drawn = [];
    this.layer.textContent = '';
    this.host.remove();
  }

  /** The content changed: marks whose cell is no longer what it was go away. */
  readonly touched = (): void => {
    this.drawn = this.drawn.filter(({ mark, text, element }) => {
      const same = mark.spot.text() === text && text !== null;
      if (!same) element.remove();
      return same;
    });
    this.soon();
  };

  private draw(mark: Mark): HTMLElement {
    const element = this.layer.appendChild(document.createElement('div'));
    element.className = `mark ${mark.severity} ${mark.current ? 'current' : ''}`;
    const sign = element.appendChild(document.createElement('span'));
    sign.textContent = mark.sign;
    sign.title = mark.title;
    sign.addEventListener('mousedown', (event) => event.preventDefault());
    sign.addEventListener('click', () => this.pressed(mark));
    return element;
  }

  private follow(): void {
    const body = this.body();
    if (!body) return;
    for (const view of windowsOf(body)) {
      view.addEventListener('scroll', this.soon, { capture: true, passive: true });
      view.addEventListener('resize', this.soon);
      this.stops.push(() => {
        view.removeEventListener('scroll', this.soon, { capture: true });
        view.removeEventListener('resize', this.soon);
      });
    }
    const sizes = new ResizeObserver(this.soon);
    sizes.observe(body);
    const beat = setInterval(this.soon, HEARTBEAT_MS);
    this.stops.push(() => sizes.disconnect(), () => clearInterval(beat));
  }

  private readonly soon = (): void => {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.place());
  };

  private place(): void {
    const body = this.body();
    const clip = body && clipOf(body);
    this.layer.hidden = !clip;
    if (!body || !clip) return;
    this.layer.style.clipPath = `polygon(${[[clip.left, clip.top], [clip.right, clip.top], [clip.right, clip.bottom], [clip.left, clip.bottom]]
      .map(([x, y]) => `${x}px ${y}px`).join(',')})`;
    for (const { mark, element } of this.drawn) {
      const box = mark.spot.box();
      element.hidden = !box || !meet(box, clip) || this.covered(body, box, clip);
      if (!box) continue;
      Object.assign(element.style, {
        transform: `translate(${box.left}px, ${box.top}px)`,
        width: `${box.right - box.left}px`,
        height: `${box.bottom - box.top}px`,
      });
    }
  }

  /** Something else of the page, such as a dialog, lies over the cell. */
  private covered(body: HTMLElement, box: Box, clip: Box): boolean {
    const seen = common(box, clip);
    const top = outermost(body);
    const root = top.getRootNode() as Document | ShadowRoot;
    const hit = root.elementFromPoint((seen.left + seen.right) / 2, (seen.top + seen.bottom) / 2);
    return !hit || !(hit === this.host || top.contains(hit) || hit.contains(top));
  }
}

function windowsOf(element: Element): Window[] {
  const own = element.ownerDocument.defaultView;
  const frame = frameOf(element);
  return own ? [own, ...(frame ? windowsOf(frame) : [])] : [];
}

const common = (a: Box, b: Box): Box => ({
  left: Math.max(a.left, b.left),
  top: Math.max(a.top, b.top),
  right: Math.min(a.right, b.right),
  bottom: Math.min(a.bottom, b.bottom),
});

/** The part of the window in which the content of a body can be seen; null where there is none. */
function clipOf(body: HTMLElement): Box | null {
  let clip: Box = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
  for (let element: Element | null = body; element; element = element.parentElement ?? frameOf(element)) {
    const view = element.ownerDocument.defaultView;
    const isRoot = element === element.ownerDocument.documentElement || element === element.ownerDocument.body;
    if (!view || (isRoot && view === window)) continue;
    const cuts = element.tagName === 'IFRAME' || (!isRoot && view.getComputedStyle(element).overflow !== 'visible');
    if (cuts) clip = common(clip, inOurWindow(element, element.getBoundingClientRect()));
  }
  return clip.left < clip.right && clip.top < clip.bottom ? clip : null;
}
