// What is taken away of one report: the check sheet, printed or as a file, and the chart of its applications. A script of
// its own, loaded when somebody asks for it. The sheet is a document of its own, made by the engine, which has made text
// of everything that was read; nothing of it enters the page's own tree.

import { html, nothing, render, type TemplateResult } from 'lit-html';

import { chart } from '../chart/chart';
import { flowOf } from '../chart/flow';
import { adopt } from '../paint/adopt';
import paletteStyle from '../paint/palette.css?inline';
import type { Questions } from '../protocol';
import type { CheckInput, Language, Report, Words } from '../types';
import { sayIn } from '../words';
import { printPage, saveFile } from './paper';
import toolStyle from './tool.css?inline';
import * as W from './words';

/** What the page lends. */
export interface SheetHost {
  language(): Language;
  /** What the engine was asked last. */
  asked(): CheckInput | null;
  /** How people call what is open. */
  name(): string;
  report(): Report | null;
  ask<Q extends 'check' | 'sheet'>(question: Q, given: Questions[Q]['given']): Promise<Questions[Q]['answer']>;
}

interface State {
  open: boolean;
  busy: boolean;
  note: Words | null;
  /** The data of the chart are shown as a table. */
  data: boolean;
  before: Report | null;
}

const FRESH: State = { open: false, busy: false, note: null, data: false, before: null };

export class SheetTool {
  private state: State = { ...FRESH };
  private readonly root: ShadowRoot;
  /** Last year's report that was read for the chart. */
  private read: CheckInput['previous'];

  constructor(private readonly mount: HTMLElement, private readonly host: SheetHost) {
    this.root = mount.attachShadow({ mode: 'open' });
    adopt(this.root, paletteStyle, toolStyle);
  }

  /** It is asked for. */
  open(): void {
    this.change({ open: true });
    this.changed();
    this.root.querySelector('button')?.focus();
  }

  /** Another report is opened. */
  close(): void {
    this.read = undefined;
    this.change({ ...FRESH });
  }

  /** The report is another: a figure, or last year's beside it. */
  changed(): void {
    if (!this.state.open) return;
    void this.readBefore();
    this.draw();
  }

  /** Also when the language changed. */
  draw(): void {
    render(this.state.open ? this.whole() : nothing, this.root);
  }

  private change(what: Partial<State>): void {
    Object.assign(this.state, what);
    this.draw();
  }

  private whole(): TemplateResult {
    const { busy, note, data, before } = this.state;
    const language = this.host.language();
    const say = sayIn(language);
    const report = this.host.report();
    const fits = before && report?.unfit === null ? before.cells : null;
    return html`
      <div class="all" lang=${language === 'zh' ? 'zh-CN' : 'en'}>
        <section class="screen">
          <h2>${say(W.TITLE)}</h2>
          <p class="soft">${say(W.HOW)}</p>
          <button id="print" class="primary" ?disabled=${busy} @click=${() => this.make(this.print)}>${say(W.PRINT)}</button>
          <button id="save" ?disabled=${busy} @click=${() => this.make(this.save)}>${say(W.DOWNLOAD)}</button>
          <p class="note" role="status">${note ? say(note) : nothing}</p>
        </section>
        ${report ? chart({ flow: flowOf(report.cells, fits), say, data, showData: (data) => this.change({ data }) }) : nothing}
      </div>`;
  }

  private async make(use: (page: string, name: string) => Promise<Words | null>): Promise<void> {
    const asked = this.host.asked();
    if (!asked) return;
    const language = this.host.language();
    this.change({ busy: true, note: W.MAKING });
    const called = this.host.name();
    const answer = await this.host.ask('sheet', { ...asked, name: called, language, date: today() }).catch(() => null);
    const name = `${sayIn(language)(W.FILE)}-${called.replace(/\.\w+$/, '')}.html`;
    const note = answer && 'html' in answer ? await use(answer.html, name) : W.NOT_MADE;
    this.change({ busy: false, note });
  }

  private readonly print = (page: string): Promise<Words | null> => printPage(this.mount, page).then((done) => (done ? null : W.NOT_PRINTED));

  private readonly save = async (page: string, name: string): Promise<null> => {
    saveFile(page, name);
    return null;
  };

  /** The figures of last year's report, which this year's answer does not hold. */
  private async readBefore(): Promise<void> {
    const previous = this.host.asked()?.previous;
    if (previous === this.read) return;
    this.read = previous;
    this.change({ before: null });
    if (!previous) return;
    const answer = await this.host.ask('check', { source: previous, name: '' }).catch(() => null);
    if (this.read === previous && answer && 'findings' in answer) this.change({ before: answer });
  }
}

/** The day where the person is. */
function today(): string {
  const now = new Date();
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
