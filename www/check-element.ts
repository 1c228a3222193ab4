// <gouji-check>: takes a source or follows a field of the host, and tells every new report in one event. Its class;
// define.ts registers it. What it shows and what the person does in it, check-view.ts, comes with the first source.

import type { CheckView } from './check-view';
import type { GoujiCheckElement } from './element';
import { follow } from './follow';
import { adopt } from './paint/adopt';
import { Session } from './session';
import { restartChecker, sharedChecker } from './shared-checker';
import { unanswered, VIEW_NOT_LOADED } from './trouble';
import type { CheckInput, Language, Report, Source } from './types';

/**
 * Checks one report, shows the verdict, the tables and the findings, and lets the person mend the figures.
 *
 * @tagname gouji-check
 * @slot - What is shown while there is no report, and what is left to read without script.
 * @slot beside - What a host puts between the verdict and the tables.
 * @fires {CustomEvent<Report | ReadFailure>} gouji-report - After every check; `detail` is the report, or `{error}` where the source could not be opened, or where the engine did not load, start or answer. Bubbles, and leaves shadow roots.
 * @cssprop [--gouji-size=16px] - The size of the text; everything else follows from it.
 * @cssprop [--gouji-font] - The fonts of the text.
 * @cssprop [--gouji-accent] - The colour of buttons and links.
 * @csspart verdict - The verdict with its counts.
 * @csspart actions - The buttons under the verdict.
 * @csspart cause - A card that explains broken sums.
 * @csspart finding - A card of a finding.
 * @csspart equation - The sum of the chosen finding.
 */
export class GoujiCheck extends HTMLElement implements GoujiCheckElement {
  static readonly observedAttributes = ['language', 'for'];

  private readonly root = this.attachShadow({ mode: 'open' });
  private session: Session | null = null;
  private view: CheckView | null = null;
  private told: unknown = null;
  private unfollow: (() => void) | null = null;
  private lastYear: string | Uint8Array | null = null;

  constructor() {
    super();
    this.root.append(document.createElement('slot'));
    adopt(this.root, ':host { display: block } :host([hidden]) { display: none }');
  }

  /**
   * The language of everything that is said: `zh` or `en`.
   * @attr
   */
  get language(): Language {
    return this.getAttribute('language') === 'en' ? 'en' : 'zh';
  }

  set language(language: Language) {
    this.setAttribute('language', language);
  }

  /**
   * The id of a textarea or an editable element in the same tree whose content is checked, now and after every change.
   * @attr
   */
  get for(): string | null {
    return this.getAttribute('for');
  }

  set for(id: string | null) {
    if (id === null) this.removeAttribute('for');
    else this.setAttribute('for', id);
  }

  /**
   * Last year's report, to compare with: HTML or text as a string, or a file's bytes. It stays for every report that
   * follows, until it is another or null.
   */
  get previous(): string | Uint8Array | null {
    return this.lastYear;
  }

  set previous(report: string | Uint8Array | null) {
    if (report === this.lastYear) return;
    this.lastYear = report;
    this.view?.compared();
    this.session?.again();
  }

  /** The newest report, if there is one; none while the newest question has found no engine. */
  get report(): Report | null {
    return this.session?.trouble ? null : this.session?.report ?? null;
  }

  /** Whether the person changed a cell. */
  get edited(): boolean {
    return (this.session?.edits.size ?? 0) > 0;
  }

  /**
   * What the engine was asked last.
   * @internal
   */
  get asked(): CheckInput | null {
    return this.session && this.with(this.session.input);
  }

  /**
   * Starts the engine before it is asked. With a sample it also checks that once, unseen: the browser compiles the
   * engine piece by piece as it is used, and the first real answer comes as soon as the later ones.
   */
  prepare(sample?: Source): void {
    void this.load();
    void sharedChecker().rules().catch(() => undefined);
    if (sample) void sharedChecker().check(sample).catch(() => undefined);
  }

  /**
   * Opens a source in place of the one before: HTML or text as a string, a file's bytes, or a host's paragraphs and
   * tables. The name is a hint; the content decides what it is.
   */
  check(source: Source['source'], name = ''): void {
    const engine = { check: (input: CheckInput) => sharedChecker().check(this.with(input)) };
    const session = new Session(engine, { source, name }, () => {
      if (session === this.session) this.answered(session);
    });
    this.show(session);
    void this.load();
  }

  /** Shows the slot again. */
  clear(): void {
    this.show(null);
  }

  override focus(): void {
    this.root.querySelector<HTMLElement>('#verdict')?.focus();
  }

  connectedCallback(): void {
    for (const name of ['language', 'for', 'previous'] as const) this.takeUp(name);
    this.view?.connect();
    this.followFor();
  }

  disconnectedCallback(): void {
    this.view?.disconnect();
    this.unfollow?.();
  }

  attributeChangedCallback(name: string): void {
    if (name === 'language') this.view?.draw();
    else if (this.isConnected) this.followFor();
  }

  /** A property that was set before the element was registered hides the accessor. */
  private takeUp(name: 'language' | 'for' | 'previous'): void {
    if (!Object.prototype.hasOwnProperty.call(this, name)) return;
    const value = this[name];
    delete (this as Partial<Pick<GoujiCheck, typeof name>>)[name];
    Object.assign(this, { [name]: value });
  }

  private with(input: CheckInput): CheckInput {
    return this.lastYear === null ? input : { ...input, previous: this.lastYear };
  }

  private followFor(): void {
    this.unfollow?.();
    const root = this.getRootNode();
    const isTree = root instanceof Document || root instanceof ShadowRoot;
    this.unfollow = this.for && isTree ? follow(root, this.for, this.followed) : null;
  }

  private readonly followed = (source: string): void => {
    if (!source.trim()) this.clear();
    else if (this.session) this.session.read({ source, name: '' });
    else this.check(source);
  };

  private show(session: Session | null): void {
    this.session?.close();
    this.session = session;
    this.told = null;
    this.view?.open(session);
  }

  private async load(): Promise<void> {
    const { CheckView } = await import('./check-view').catch(this.withoutView);
    if (this.view || !CheckView) return;
    this.view = new CheckView(this, this.root, () => {
      this.clear();
      restartChecker();
    });
    if (this.isConnected) this.view.connect();
    this.view.open(this.session);
  }

  /** The module of the view did not come: the person is told in its place. It is asked for again with the next source. */
  private readonly withoutView = (): { CheckView?: undefined } => {
    const line = document.createElement('p');
    line.setAttribute('role', 'alert');
    line.textContent = VIEW_NOT_LOADED[this.language];
    this.root.replaceChildren(line, document.createElement('slot'));
    return {};
  };

  private answered(session: Session): void {
    this.view?.answered();
    const { trouble, failure, report } = session;
    const news = trouble ?? failure ?? report;
    if (!news || news === this.told) return;
    this.told = news;
    const detail = trouble ? unanswered(trouble) : failure ? { error: failure } : report;
    this.dispatchEvent(new CustomEvent('gouji-report', { detail, bubbles: true, composed: true }));
  }
}
