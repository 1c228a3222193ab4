// The comparison of a report with the sum of its units' reports: takes a folder, has each file read in turn, keeps the
// figures, draws the table. A script of its own, loaded when somebody asks for it.

import { html, nothing, render, type TemplateResult } from 'lit-html';

import { adopt } from '../paint/adopt';
import paletteStyle from '../paint/palette.css?inline';
import type { Questions } from '../protocol';
import type { Area, CheckInput, Language, ReadFailure, Unit, UnreadUnit, Words } from '../types';
import { sayIn } from '../words';
import areaStyle from './area.css?inline';
import { fromDrop, fromInput, MOST_FILES, type Found, type UnitFile } from './files';
import { results } from './results';
import * as W from './words';

/** As the page has it for one report. */
const FILE_LIMIT = 64 * 1024 * 1024;

type Parent = Pick<CheckInput, 'source' | 'name' | 'edits'>;

/** What the page lends. */
export interface AreaHost {
  language(): Language;
  /** The report that is open, with what was typed over it. */
  parent(): Parent | null | Promise<Parent | null>;
  /** Its units' reports, where they were read already; else a folder is asked for. */
  units?(): { units: Unit[]; unread: UnreadUnit[] };
  ask<Q extends 'unit' | 'names' | 'area'>(question: Q, given: Questions[Q]['given']): Promise<Questions[Q]['answer']>;
}

interface State {
  open: boolean;
  reading: { done: number; all: number } | null;
  list: { name: string; names: string[] } | null;
  area: Area | null;
  note: Words | null;
  /** Cells that agree are shown too. */
  all: boolean;
  over: boolean;
  printing: boolean;
}

const FRESH: State = { open: false, reading: null, list: null, area: null, note: null, all: false, over: false, printing: false };

export class AreaTool {
  private state: State = { ...FRESH };
  private units: Unit[] = [];
  private unread: UnreadUnit[] = [];
  /** Goes up with everything that makes the answers on their way useless. */
  private turn = 0;
  private readonly root: ShadowRoot;

  constructor(mount: HTMLElement, private readonly host: AreaHost) {
    this.root = mount.attachShadow({ mode: 'open' });
    adopt(this.root, paletteStyle, areaStyle);
    const print = ({ type }: Event): void => (mount.isConnected ? this.change({ printing: type === 'beforeprint' }) : undefined);
    addEventListener('beforeprint', print);
    addEventListener('afterprint', print);
  }

  /** It is asked for. */
  open(): void {
    this.change({ open: true });
    if (this.host.units) void this.compare();
    else this.root.querySelector('button')?.focus();
  }

  /** Another report is opened: its units are others. */
  close(): void {
    this.turn++;
    this.units = [];
    this.unread = [];
    this.change({ ...FRESH });
  }

  /** Also when the language changed. */
  draw(): void {
    render(this.state.open ? this.whole() : nothing, this.root);
  }

  /** The report has another figure. */
  changed(): void {
    if (this.state.area && !this.state.reading) void this.compare();
  }

  private change(what: Partial<State>): void {
    Object.assign(this.state, what);
    this.draw();
  }

  private whole(): TemplateResult {
    const { state: { reading, list, area, note, over, all, printing } } = this;
    const language = this.host.language();
    const say = sayIn(language);
    return html`
      <div class="all" lang=${language === 'zh' ? 'zh-CN' : 'en'}>
        <section class=${over ? 'over' : ''} @dragover=${this.dragged} @dragleave=${() => this.change({ over: false })} @drop=${this.dropped}>
          <h2>${say(W.TITLE)}</h2>
          ${this.host.units ? nothing : html`<p class="soft">${say(W.HOW)}</p>`}
          <div class="choose" ?hidden=${reading !== null}>
            ${this.host.units ? nothing : html`<button class="primary" @click=${() => this.pick('folder')}>${say(W.CHOOSE_FOLDER)}</button>
            <button @click=${() => this.pick('files')}>${say(W.CHOOSE_FILES)}</button>`}
            <button @click=${() => this.pick('list')}>${say(W.CHOOSE_LIST)}</button>
            ${this.host.units ? nothing : html`<span class="soft">${say(W.DROP)}</span>`}
            <input type="file" id="folder" hidden webkitdirectory multiple @change=${this.chosen}>
            <input type="file" id="files" hidden multiple @change=${this.chosen}>
            <input type="file" id="list" hidden accept=".csv,.txt,.xlsx,.xls,.et,.ods" @change=${this.listed}>
          </div>
          <p class="soft">${say(list ? W.listOf(list.name, list.names.length) : W.LIST_HOW)}</p>
          ${reading
            ? html`<div class="busy"><span>${say(W.reading(reading.done, reading.all))}</span>
                <progress aria-label=${say(W.reading(reading.done, reading.all))} max=${reading.all} value=${reading.done}></progress>
                <button id="stop" @click=${this.stop}>${say(W.CANCEL)}</button></div>`
            : nothing}
          <p class="note" role="status">${note ? say(note) : nothing}</p>
        </section>
        ${area ? results({ area, say, language, all, printing, showAll: (all) => this.change({ all }) }) : nothing}
      </div>`;
  }

  private pick(id: 'folder' | 'files' | 'list'): void {
    this.root.querySelector<HTMLInputElement>(`#${id}`)!.click();
  }

  private readonly chosen = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const files = [...(input.files ?? [])];
    input.value = '';
    if (files.length) void this.read(fromInput(files));
  };

  private readonly dragged = (event: DragEvent): void => {
    if (this.host.units) return;
    event.preventDefault();
    event.stopPropagation();
    if (!this.state.over) this.change({ over: true });
  };

  private readonly dropped = (event: DragEvent): void => {
    if (this.host.units) return;
    event.preventDefault();
    event.stopPropagation();
    this.change({ over: false });
    if (event.dataTransfer) void fromDrop(event.dataTransfer).then((found) => this.read(found));
  };

  private readonly listed = async (event: Event): Promise<void> => {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    input.value = '';
    if (!file) return;
    const answer = await bytesOf(file).then((source) => this.host.ask('names', { source, name: file.name })).catch(() => []);
    const names = Array.isArray(answer) ? answer : [];
    this.change({ list: names.length ? { name: file.name, names } : null, note: names.length ? null : W.NO_NAMES });
    if (this.state.area) void this.compare();
  };

  private readonly stop = (): void => {
    this.turn++;
    this.change({ reading: null, note: W.STOPPED });
    this.root.querySelector<HTMLElement>('.primary')?.focus();
  };

  /** One file after the other: of each only the figures are kept. */
  private async read(found: Found): Promise<void> {
    const turn = ++this.turn;
    this.units = [];
    this.unread = [];
    if (!found?.length) return this.change({ area: null, reading: null, note: found ? W.NO_FILES : W.tooMany(MOST_FILES) });
    this.change({ area: null, note: null, reading: { done: 0, all: found.length } });
    this.root.querySelector<HTMLElement>('#stop')?.focus();
    for (const [done, file] of found.entries()) {
      this.change({ reading: { done, all: found.length } });
      const read = await this.unit(file);
      if (turn !== this.turn) return;
      if ('zh' in read) this.unread.push({ source: file.path, zh: read.zh, en: read.en });
      else this.units.push(read);
    }
    this.change({ reading: null });
    await this.compare();
    this.root.querySelector<HTMLElement>('#result')?.focus();
  }

  /** What is summed of a file, or why it could not be read. */
  private async unit(file: UnitFile): Promise<Unit | Words> {
    try {
      const opened = await file.open();
      if (opened.size > FILE_LIMIT) return W.TOO_LARGE;
      const answer = await this.host.ask('unit', { source: await bytesOf(opened), name: file.path });
      return 'error' in answer ? answer.error.message : answer;
    } catch {
      return W.NOT_OPENED;
    }
  }

  private async compare(): Promise<void> {
    const turn = ++this.turn;
    const parent = await this.host.parent();
    const { units, unread } = this.host.units?.() ?? { units: this.units, unread: this.unread };
    if (turn !== this.turn) return;
    if (!parent || !units.length) return this.change({ area: null, note: this.host.units ? W.NOT_COMPARED : W.NO_FILES });
    const { list } = this.state;
    const given = { ...parent, edits: parent.edits ?? {}, units, unread, listed: list?.names ?? null };
    const answer = await this.host.ask('area', given).catch((): ReadFailure | null => null);
    if (turn !== this.turn) return;
    const area = answer && !('error' in answer) ? answer : null;
    this.change({ area, note: area ? null : W.NOT_COMPARED });
  }
}

const bytesOf = async (file: Blob): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());
