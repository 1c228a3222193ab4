// Many reports at once: takes a folder, an archive or several files, has every report checked by several engines, keeps a
// summary of each, lists them, and opens one in the page. A script of its own, loaded when somebody asks for it.

import { html, nothing, render, type TemplateResult } from 'lit-html';

import { MOST_FILES, type UnitFile } from '../area/files';
import type { AreaHost, AreaTool } from '../area/tool';
import type { Checker } from '../checker';
import { remembered } from '../kept';
import { adopt } from '../paint/adopt';
import paletteStyle from '../paint/palette.css?inline';
import type { EngineFile } from '../protocol';
import { MODULE_NOT_LOADED } from '../trouble';
import type { Language, Source, Summary, Words } from '../types';
import { PART_NOT_LOADED, sayIn, type Say } from '../words';
import { exportButtons } from './exports';
import { gather, MOST_REPORTS } from './gather';
import { formOf, heatMap, heatOf, nameOf, type Heat } from './heat';
import { countOf, filtered, insert, sort, STANDINGS, type Column, type Filter, type Row, type Sorted, type Standing } from './list';
import manyStyle from './many.css?inline';
import { Pool, troubleOf, type Work } from './pool';
import { save } from './save';
import { sheets } from './sheets';
import { list } from './table';
import * as W from './words';

/** Lines that are drawn at first, and more with each press of the button. */
const LINES = 200;
/** Results are drawn this often while they come. */
const DRAW_MS = 250;
/** What is left is told when this long has passed. */
const GUESS_MS = 1500;

/** What the page lends. */
export interface ManyHost {
  language(): Language;
  /** The engine that reads every kind of file. */
  engine(): Promise<EngineFile>;
  ask: Checker['ask'];
  /** What compares a report with those of its units. */
  area(): Promise<typeof AreaTool>;
  /** Shows a report in place of the list. */
  open(source: Source): void;
  /** Takes away the report that is shown; says whether the person wants that. */
  leave(): boolean;
  /** The empty page is shown again. */
  closed(): void;
}

/** Files are read one after the other: how many of how many, since when, what for. */
interface Under {
  what: 'check' | 'sheets';
  done: number;
  all: number;
  began: number;
}

interface State {
  /** What of it is in sight: nothing, the list, or the way back to it above a report. */
  shown: 'nothing' | 'list' | 'report';
  busy: Under | 'looking' | 'loading' | null;
  rows: Row[];
  sorted: Sorted | null;
  filter: Filter;
  lines: number;
  /** The report that was opened last. */
  last: Row | null;
  note: Words | null;
  done: Words | null;
  /** The layout of table 三, once it was asked for, and what of the two parts beside the list is open. */
  heat: Heat | null;
  heatOpen: boolean;
  areaOpen: boolean;
  /** The report on the whole area. */
  parent: Row | null;
  printing: boolean;
}

const NO_FILTER: Filter = { text: '', standing: null, cell: null };
const fresh = (shown: State['shown']): State => ({ shown, busy: null, rows: [], sorted: null, filter: NO_FILTER, lines: LINES, last: null, note: null, done: null, heat: null, heatOpen: false, areaOpen: false, parent: null, printing: false });

const under = (what: Under['what'], all: number): Under => ({ what, done: 0, all, began: Date.now() });

export class ManyTool {
  private state = fresh('nothing');
  private readonly root: ShadowRoot;
  private pool: Pool | null = null;
  /** Goes up with everything that makes what is on its way useless. */
  private turn = 0;
  private drawing: ReturnType<typeof setTimeout> | undefined;
  /** Where the list was scrolled to when a report was opened. */
  private scrolled = 0;
  /** The report that the page is about to show is one of the list. */
  private opening = false;
  private area: AreaTool | null = null;

  constructor(private readonly mount: HTMLElement, private readonly host: ManyHost) {
    this.root = mount.attachShadow({ mode: 'open' });
    adopt(this.root, paletteStyle, manyStyle);
    const print = ({ type }: Event): void => this.change({ printing: type === 'beforeprint' && this.state.shown === 'list' });
    addEventListener('beforeprint', print);
    addEventListener('afterprint', print);
  }

  /** What was chosen or dropped; nothing shows the list as it is, or the place to choose for one. */
  async take(files: readonly File[], entries: readonly (FileSystemEntry | null)[] = []): Promise<void> {
    const wanted = files.length > 0 || entries.length > 0;
    if (!wanted || (this.state.rows.length && !confirm(this.say(W.REPLACE_LIST)))) {
      this.change({ shown: 'list' });
      return this.find('.choose:not([hidden]) button, #stop')?.focus();
    }
    this.stop();
    const turn = ++this.turn;
    this.change({ ...fresh('list'), busy: 'looking' });
    this.find('#stop')?.focus();
    const gathered = await gather(entries, files);
    if (turn !== this.turn) return;
    if (!gathered?.files.length) return this.end(null, gathered ? W.NO_FILES : W.tooMany(MOST_REPORTS));
    const only = files.length === 1 ? onlyReport(gathered.files) : null;
    if (only) return this.openAlone(only);
    this.change({ note: gathered.passed ? W.passed(gathered.passed) : null });
    await this.check(turn, gathered.files);
  }

  /** Also when the language changed. */
  draw(): void {
    const { shown } = this.state;
    clearTimeout(this.drawing);
    this.drawing = undefined;
    // The rest of the page gives way to the list.
    for (const other of this.mount.parentElement!.querySelectorAll<HTMLElement>('gouji-check, #area')) other.style.display = shown === 'list' ? 'none' : '';
    // Behind a report the list stays as it is, out of sight.
    render(shown === 'nothing' ? nothing : html`${shown === 'report' ? this.way() : nothing}${this.whole(shown === 'report')}`, this.root);
    this.area?.draw();
  }

  /** Another report is shown, from the list or not. */
  opened(): void {
    if (this.opening) return;
    this.remember();
    this.change({ shown: this.exists ? 'report' : 'nothing', last: null });
  }

  /** There is a list, or there will be. */
  private get exists(): boolean {
    return this.state.rows.length > 0 || this.state.busy !== null;
  }

  private remember(): void {
    if (this.state.shown === 'list') this.scrolled = scrollY;
  }

  /** Back from a report to the list; says whether there is one. */
  readonly back = (): boolean => {
    if (!this.exists) return false;
    if (!this.host.leave()) return true;
    this.change({ shown: 'list' });
    scrollTo(0, this.scrolled);
    (this.find('tr.seen button') ?? this.find('#done'))?.focus({ preventScroll: true });
    return true;
  };

  private async check(turn: number, files: readonly UnitFile[]): Promise<void> {
    this.change({ busy: 'loading' });
    const engine = await this.host.engine().catch(() => null);
    if (turn !== this.turn) return;
    if (!engine) return this.end(null, MODULE_NOT_LOADED);
    this.pool = new Pool(engine);
    this.change({ busy: under('check', files.length) });
    const given = remembered() ?? {};
    const ask: Work<Summary> = async (engine, source, { path }) => {
      const answer = await engine.ask('summary', { ...given, source, name: path });
      return 'error' in answer ? { trouble: answer.error.message } : answer;
    };
    const places = new Map(files.map((file, place) => [file, place]));
    await this.pool.run(files, ask, (file, answer) => this.took(file, places.get(file) ?? files.length, answer));
    if (turn !== this.turn) return;
    this.end(W.finished(files.length));
  }

  private async sheets(rows: readonly Row[]): Promise<void> {
    const turn = ++this.turn;
    const engine = await this.host.engine().catch(() => null);
    if (!engine || turn !== this.turn) return;
    this.pool = new Pool(engine);
    this.change({ busy: under('sheets', rows.length), done: null });
    this.find('#stop')?.focus();
    const archive = await sheets(rows, this.host.language(), this.pool, () => this.step());
    if (turn !== this.turn) return;
    save(archive, `${this.say(W.SHEETS_NAME)}.zip`, 'application/zip');
    this.end(W.sheetsMade(rows.length));
  }

  private took(file: UnitFile, place: number, answer: Summary | { trouble: Words }): void {
    const { rows, sorted } = this.state;
    const row = 'trouble' in answer ? { file, place, summary: null, trouble: answer.trouble } : { file, place, summary: answer, trouble: null };
    if (sorted) rows.push(row);
    else insert(rows, row);
    this.step();
  }

  private step(): void {
    const { busy } = this.state;
    if (busy && typeof busy === 'object') busy.done++;
    this.drawing = this.drawing ?? setTimeout(() => this.draw(), DRAW_MS);
  }

  private readonly cancel = (): void => {
    const { busy } = this.state;
    this.stop();
    this.turn++;
    this.end(!busy || typeof busy !== 'object' ? null : busy.what === 'check' ? W.stopped(busy.done, busy.all) : W.SHEETS_STOPPED);
  };

  /** What was read stands; the focus does not fall away with the button that had it. */
  private end(done: Words | null, note = this.state.note): void {
    const had = this.root.activeElement?.id === 'stop';
    this.change({ busy: null, done, note });
    if (had) this.find(done ? '#done' : 'h2')?.focus();
  }

  private stop(): void {
    this.pool?.stop();
    this.pool = null;
  }

  private readonly close = (): void => {
    if (this.state.rows.length && !confirm(this.say(W.LOSE_LIST))) return;
    this.stop();
    this.turn++;
    this.change(fresh('nothing'));
    this.host.closed();
  };

  private change(what: Partial<State>): void {
    Object.assign(this.state, what);
    this.draw();
  }

  private get say(): Say {
    return sayIn(this.host.language());
  }

  private find(selector: string): HTMLElement | null {
    return this.root.querySelector<HTMLElement>(selector);
  }

  private whole(hidden: boolean): TemplateResult {
    const { say, state: { busy, rows, note, done } } = this;
    const language = this.host.language();
    return html`
      <div class="all" ?hidden=${hidden} lang=${language === 'zh' ? 'zh-CN' : 'en'}>
        <section>
          <h2 tabindex="-1">${say(W.TITLE)}</h2>
          ${rows.length || busy ? nothing : html`<p class="soft">${say(W.HOW)}</p>`}
          <div class="choose" ?hidden=${busy !== null}>
            <button class=${rows.length ? '' : 'primary'} @click=${() => this.pick('folder')}>${say(W.CHOOSE_FOLDER)}</button>
            <button @click=${() => this.pick('files')}>${say(W.CHOOSE_FILES)}</button>
            <button @click=${this.close}>${say(W.CLOSE_LIST)}</button>
            <input type="file" id="folder" hidden webkitdirectory multiple @change=${this.chosen}>
            <input type="file" id="files" hidden multiple @change=${this.chosen}>
          </div>
          ${this.progress(say)}
          <p id="done" tabindex="-1" role="status">${done ? say(done) : nothing}</p>
          <p class="note" role="status">${note ? say(note) : nothing}</p>
        </section>
        ${rows.length ? this.results(say, language) : nothing}
      </div>`;
  }

  private progress(say: Say): TemplateResult | typeof nothing {
    const { busy } = this.state;
    if (!busy) return nothing;
    const known = typeof busy === 'object' ? busy : null;
    const words = known ? (known.what === 'check' ? W.checking : W.makingSheets)(known.done, known.all) : busy === 'looking' ? W.LOOKING : W.LOADING;
    const passed = known ? Date.now() - known.began : 0;
    const left = known && known.done && passed > GUESS_MS ? W.timeLeft(passed / known.done * (known.all - known.done) / 1000) : null;
    return html`
      <div class="busy"><span>${say(words)}</span>
        <progress aria-label=${say(W.PROGRESS)} max=${known?.all ?? nothing} value=${known?.done ?? nothing}></progress>
        <span>${left ? say(left) : nothing}</span>
        <button id="stop" @click=${this.cancel}>${say(W.CANCEL)}</button></div>`;
  }

  private results(say: Say, language: Language): TemplateResult {
    const { rows, filter, sorted, lines, last, printing, heat } = this.state;
    const count = countOf(rows);
    const all = filtered(rows, filter);
    const drawn = printing ? all : all.slice(0, lines);
    return html`
      <section>
        <div class="chips" role="group" aria-label=${say(W.COUNTS)}>${STANDINGS.map((standing) => this.chip(say, standing, count[standing]))}</div>
        <div class="tools"><label>${say(W.FILTER)}<input id="filter" type="search" .value=${filter.text} @input=${this.typed}></label>
          <span role="status">${say(W.shown(all.length, rows.length))}</span>
          ${filter.cell && heat ? html`<b>${say(W.onlyCell(nameOf(heat, filter.cell)))}</b>` : nothing}
          ${filter === NO_FILTER ? nothing : html`<button id="all-again" @click=${() => this.filter(NO_FILTER)}>${say(W.ALL_AGAIN)}</button>`}</div>
        ${exportButtons(all, say, language, this.state.busy !== null, (note) => this.change({ note }), () => void this.sheets(all))}
        ${this.parts(say, language)}
        ${all.length
          ? list({
              rows: drawn, hidden: Math.min(all.length - drawn.length, LINES), sorted, late: sorted ? rows.length - sorted.upTo : 0, last, say, language,
              act: { sort: this.sort, open: (row) => void this.open(row), more: () => this.change({ lines: lines + LINES }) },
            })
          : html`<p>${say(W.NONE_SHOWN)}</p>`}
      </section>`;
  }

  /** What is told of all of them together. */
  private parts(say: Say, language: Language): TemplateResult {
    const { rows, filter, heat, heatOpen, areaOpen, parent, printing } = this.state;
    const toggled = (part: 'heatOpen' | 'areaOpen') => ({ target }: Event): void => (printing ? undefined : this.change({ [part]: (target as HTMLDetailsElement).open }));
    const areas = rows.filter(({ summary }) => summary?.agency?.endsWith('人民政府'));
    return html`
      <details id="heat" ?open=${heatOpen || (printing && heat !== null)} @toggle=${toggled('heatOpen')}><summary @click=${this.needHeat}>${say(W.HEAT)}</summary>
        ${heat ? heatMap(heat, rows, filter.cell, say, language, (cell) => {
          this.filter({ ...NO_FILTER, cell: cell === filter.cell ? null : cell });
          this.find('#all-again')?.focus();
        }) : nothing}</details>
      <details id="area" ?open=${areaOpen || (printing && parent !== null)} @toggle=${toggled('areaOpen')}><summary>${say(W.AREA)}</summary>
        <p class="soft">${say(rows.length > MOST_FILES ? W.areaTooMany(MOST_FILES) : W.AREA_HOW)}</p>
        <label ?hidden=${rows.length > MOST_FILES}>${say(W.AREA_CHOOSE)}
          <select @change=${this.choseArea}><option value="">${say(W.AREA_NONE)}</option>
            ${(areas.length ? areas : rows).map((row) => html`<option value=${row.file.path} .selected=${row === parent}>${row.summary?.agency ?? ''} ${row.file.path}</option>`)}</select></label>
        <div id="units"></div></details>`;
  }

  /** Any text that names a year is drawn in the form of that year. */
  private readonly needHeat = async (): Promise<void> => {
    const form = formOf(this.state.rows);
    if (this.state.heat?.form === form) return;
    const year = form === '2019' ? 2020 : 2021;
    const drawn = await this.host.ask('check', { source: `${year}年政府信息公开工作年度报告`, name: '' }).catch(() => null);
    if (drawn && 'tables' in drawn) this.change({ heat: heatOf(form, drawn) });
  };

  private readonly choseArea = async ({ target }: Event): Promise<void> => {
    const path = (target as HTMLSelectElement).value;
    const parent = this.state.rows.find(({ file }) => file.path === path) ?? null;
    this.change({ parent });
    if (!parent) return this.area?.close();
    const mount = this.find('#units')!;
    try {
      const Tool = await this.host.area();
      this.area = mount.shadowRoot && this.area ? this.area : new Tool(mount, {
        language: () => this.host.language(),
        parent: async () => this.state.parent && { source: await bytesOf(this.state.parent.file), name: this.state.parent.file.path },
        units: () => this.units(),
        ask: (question, given) => this.host.ask(question, given),
      });
      this.area.open();
    } catch {
      this.change({ note: PART_NOT_LOADED });
    }
  };

  /** What an area sums, of every report; which of them is the area's own, the engine knows. */
  private units(): ReturnType<NonNullable<AreaHost['units']>> {
    const { rows } = this.state;
    return {
      units: rows.flatMap(({ summary }) => (summary ? [summary.unit] : [])),
      unread: rows.flatMap(({ file, trouble }) => (trouble ? [{ source: file.path, ...trouble }] : [])),
    };
  }

  private chip(say: Say, standing: Standing, count: number): TemplateResult {
    const on = this.state.filter.standing === standing;
    return html`<button class="chip ${standing}" aria-pressed=${on} ?disabled=${count === 0 && !on}
      @click=${() => this.filter({ ...this.state.filter, standing: on ? null : standing })}><span aria-hidden="true">${W.SIGN[standing]} </span>${say(W.STANDING[standing])} <b>${count}</b></button>`;
  }

  private filter(filter: Filter): void {
    const { text, standing, cell } = filter;
    this.change({ filter: text || standing || cell ? filter : NO_FILTER, lines: LINES });
  }

  private readonly typed = (event: Event): void => this.filter({ ...this.state.filter, text: (event.target as HTMLInputElement).value });

  /** Nothing is sorted by itself: what comes later stands at the end until a head is pressed again. */
  private readonly sort = (by: Column): void => {
    const { rows, sorted } = this.state;
    const isStale = sorted !== null && sorted.upTo < rows.length;
    // Counts are wanted with the largest first.
    const down = sorted?.by === by ? (isStale ? sorted.down : !sorted.down) : ['errors', 'warnings', 'infos'].includes(by);
    sort(rows, by, down, this.host.language());
    this.change({ sorted: { by, down, upTo: rows.length } });
  };

  /** An archive with one report in it is that report. */
  private async openAlone(file: UnitFile): Promise<void> {
    try {
      const source = await bytesOf(file);
      this.change(fresh('nothing'));
      this.host.open({ source, name: file.path });
    } catch (error) {
      this.end(null, W.cannotOpen(file.path, troubleOf(error)));
    }
  }

  /** Reads a report again and gives it to the page. */
  private async open(row: Row): Promise<void> {
    const { shown } = this.state;
    const { turn } = this;
    let source: Uint8Array;
    try {
      source = await bytesOf(row.file);
    } catch (error) {
      return this.change({ note: W.cannotOpen(row.file.path, troubleOf(error)) });
    }
    if (turn !== this.turn || shown !== this.state.shown || (shown === 'report' && !this.host.leave())) return;
    this.remember();
    this.change({ shown: 'report', last: row, note: null });
    this.opening = true;
    this.host.open({ source, name: row.file.path });
    this.opening = false;
  }

  /** Above a report: the way back, and to its neighbours in the list. */
  private way(): TemplateResult {
    const { say, state: { rows, filter, last, note } } = this;
    const all = filtered(rows, filter);
    const at = last ? all.indexOf(last) : -1;
    const step = (to: number, words: Words): TemplateResult => html`<button ?disabled=${at < 0 || !all[to]} @click=${() => void this.open(all[to]!)}>${say(words)}</button>`;
    return html`
      <div class="all bar" lang=${this.host.language() === 'zh' ? 'zh-CN' : 'en'}>
        <button id="back" @click=${this.back}><span aria-hidden="true">‹ </span>${say(W.BACK)}</button>
        ${step(at - 1, W.PREVIOUS)}${step(at + 1, W.NEXT)}
        <span class="soft">${at < 0 ? nothing : say(W.place(at + 1, all.length))}</span>
        <p class="note" role="status">${note ? say(note) : nothing}</p>
      </div>`;
  }

  private pick(id: 'folder' | 'files'): void {
    (this.find(`#${id}`) as HTMLInputElement).click();
  }

  private readonly chosen = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const files = [...(input.files ?? [])];
    input.value = '';
    if (files.length) void this.take(files);
  };
}

const bytesOf = async (file: UnitFile): Promise<Uint8Array> => new Uint8Array(await (await file.open()).arrayBuffer());

/** The one report of an archive; a text beside it is a note on it. */
function onlyReport(files: readonly UnitFile[]): UnitFile | null {
  const reports = files.filter(({ path }) => !/\.(txt|md)$/i.test(path));
  const [only, other] = reports.length ? reports : files;
  return other ? null : only ?? null;
}
