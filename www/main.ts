// The page: head, privacy line, the field that takes a report, and the element that checks it.

import { html, nothing, render, type TemplateResult } from 'lit-html';

import type { AreaTool } from './area/tool';
import { bookBeside, enginesBeside } from './beside';
import { blankForm } from './blank-form';
import type { Checker } from './checker';
import type { GoujiCheck } from './check-element';
import { defineGoujiCheck } from './define';
import { declaredOrigin, openDoor } from './door';
import { exampleReport } from './examples';
import { ACCEPT, fromFiles, fromTransfer, isForCell, type Intake } from './intake';
import type { SheetTool } from './sheet/tool';
import type { LastYear, Named } from './last-year';
import { lastYearZone, taken } from './last-year-zone';
import type { ManyTool } from './many/tool';
import './page.css';
import * as P from './page-words';
import { restartChecker, sharedChecker, useEngines } from './shared-checker';
import type { Language, ReadFailure, Report, Words } from './types';
import { PART_NOT_LOADED, READING, sayIn } from './words';

interface State {
  language: Language;
  large: boolean;
  /** What was opened, and the form it follows. */
  opened: (Named & { form: Report['form'] }) | null;
  /** Something is dragged over the page, or over the place for last year's report. */
  over: 'page' | 'last' | null;
  note: Words | null;
}

const state: State = { language: 'zh', large: false, opened: null, over: null, note: null };
const root = document.getElementById('page')!;
let fresh = false;
let last: LastYear | null = null;
/** What compares the report with those of its units. */
let area: AreaTool | null = null;
/** What checks many reports at once. */
let many: ManyTool | null = null;
const engines = { ...enginesBeside(), book: bookBeside() };
/** What is taken away of the report. */
let sheet: SheetTool | null = null;

const language = (): Language => state.language;
const check = (): GoujiCheck => root.querySelector('gouji-check') as GoujiCheck;

function update(change: Partial<State> = {}): void {
  Object.assign(state, change);
  document.documentElement.lang = state.language === 'zh' ? 'zh-CN' : 'en';
  document.documentElement.classList.toggle('large', state.large);
  document.title = sayIn(state.language)(P.NAME) + ' · ' + sayIn(state.language)(P.SUBTITLE);
  render(page(), root);
  area?.draw();
  many?.draw();
  sheet?.draw();
}

function page(): TemplateResult {
  const { language, opened, over, note } = state;
  const say = sayIn(language);
  return html`
    ${head()}
    <aside class="private"><span aria-hidden="true">●</span> ${say(P.PRIVATE)} <button class="text" @click=${() => dialog().showModal()}>${say(P.VERIFY)}</button> ${engines.book ? html`<a href="privacy.html">${say(P.PROOF)}</a>` : nothing}</aside>
    <main>
      <p class="tell" role="status">${note ? say(note) : nothing}</p>
      <div id="many"></div>
      <gouji-check .language=${language} @gouji-report=${reported}>
        ${field()}
        ${lastYearZone(say, last, { over: over === 'last', beside: Boolean(root.querySelector('gouji-check') && check().report) }, zoneActions)}
        ${examples()}
      </gouji-check>
      <div id="sheet">${opened?.form ? html`<button class="text" @click=${openSheet}>${say(P.SHEET)}</button>` : nothing}<div></div></div>
      <div id="area">${opened?.form ? html`<button class="text" @click=${openArea}>${say(P.AREA)}</button>` : nothing}<div></div></div>
    </main>
    ${howToVerify()}`;
}

function head(): TemplateResult {
  const { language, large, opened } = state;
  const say = sayIn(language);
  const form = opened?.form && say(opened.form === '2021' ? P.FORM_2021 : P.FORM_2019);
  const name = nameOf(opened);
  return html`
    <header>
      <h1>${say(P.NAME)}</h1><p class="sub">${say(P.SUBTITLE)}</p>
      <p class="opened">${name} <span>${form ?? nothing}</span></p>
      <nav>
        ${opened ? html`<button class="text" @click=${another}>${say(P.ANOTHER)}</button>` : nothing}
        <button class="text" aria-pressed=${large} @click=${() => update({ large: !large })}>${say(P.LARGE)}</button>
        <button class="text" lang=${language === 'zh' ? 'en' : 'zh-CN'} @click=${() => update({ language: language === 'zh' ? 'en' : 'zh' })}>${language === 'zh' ? 'English' : '中文'}</button>
      </nav>
    </header>`;
}

const nameOf = (opened: State['opened']): string => (!opened ? '' : typeof opened.name === 'string' ? opened.name : sayIn(state.language)(opened.name));

/** The empty page is the element's fallback content, shown while there is no report. */
function field(): TemplateResult {
  const { language, over } = state;
  const say = sayIn(language);
  return html`
    <section class="drop ${over === 'page' ? 'over' : ''}" @click=${chooseByArea}>
      <h2>${say(over === 'page' ? P.DROP_HERE : P.DROP_TITLE)}</h2>
      <p>${say(P.DROP_HOW)}</p>
      <button class="primary" @click=${chooseFile}>${say(P.CHOOSE_FILE)}</button>
      <input type="file" hidden accept=${ACCEPT} @change=${(event: Event) => void openFiles(taken(event))}>
      <form @submit=${checkText}>
        <textarea rows="1" aria-label=${say(P.PASTE_FIELD)} placeholder=${say(P.PASTE_FIELD)} @keydown=${submitByKey}></textarea>
        <button>${say(P.CHECK_TEXT)}</button>
      </form>
    </section>
    <p class="formats">${say(P.FORMATS)}</p>`;
}

function examples(): TemplateResult {
  const say = sayIn(state.language);
  return html`
    <p class="examples">${say(P.EXAMPLES)}
      <button class="text" @click=${() => openExample(true)}>${say(P.EXAMPLE_WRONG)}</button>
      <button class="text" @click=${() => openExample(false)}>${say(P.EXAMPLE_CLEAN)}</button>
    </p>
    <p class="examples">${say(P.BLANK)}
      <button class="text" @click=${() => openBlank('2021')}>${say(P.BLANK_2021)}</button>
      <button class="text" @click=${() => openBlank('2019')}>${say(P.BLANK_2019)}</button>
    </p>
    <p class="examples"><button class="text" @click=${() => openMany()}>${say(P.MANY)}</button></p>`;
}

function howToVerify(): TemplateResult {
  const say = sayIn(state.language);
  return html`
    <dialog id="verify" aria-labelledby="verify-title">
      <h2 id="verify-title">${say(P.VERIFY_TITLE)}</h2>
      <ol>${P.VERIFY_STEPS.map((step) => html`<li>${say(step)}</li>`)}</ol>
      <form method="dialog"><button>${say(P.CLOSE)}</button></form>
    </dialog>`;
}

const dialog = (): HTMLDialogElement => document.querySelector<HTMLDialogElement>('#verify')!;

function open({ source, note }: Intake, name?: Words): void {
  update({ note });
  if (source && mayReplace()) show({ source, name: name ?? source.name });
}

function show(report: Named): void {
  fresh = true;
  area?.close();
  many?.opened();
  sheet?.close();
  update({ opened: { ...report, form: null } });
  check().check(report.source.source, report.source.name);
}

/** Of two files the later report of one organ is opened, and the other is that of the year before; others, folders and archives are listed. */
async function openFiles(files: File[], entries?: (FileSystemEntry | null)[]): Promise<void> {
  if (files.length > 2 || /\.zip$/i.test(files[0]?.name ?? '') || entries?.some((entry) => entry?.isDirectory)) return openMany(files, entries);
  if (files.length < 2) return open(await fromFiles(files));
  const [a, b] = await Promise.all(files.map((file) => fromFiles([file])));
  if (!mayReplace()) return;
  update({ note: READING });
  const pair = a?.source && b?.source && await (await lastYear())?.pair([{ source: a.source, name: a.source.name }, { source: b.source, name: b.source.name }]);
  if (pair) return update({ note: P.pairOpened(pair[0].source.name, pair[1].source.name) });
  return openMany(files);
}

async function openMany(files: File[] = [], entries?: (FileSystemEntry | null)[]): Promise<void> {
  if (!leave()) return;
  try {
    const { ManyTool } = await import('./many/tool');
    many = many ?? new ManyTool(root.querySelector('#many')!, {
      language,
      ask,
      area: areaPiece,
      engine: engines.full ?? engines.first,
      open: (source) => show({ source, name: source.name }),
      leave,
      closed: () => focusField(),
    });
    void many.take(files, entries);
  } catch {
    update({ note: PART_NOT_LOADED });
  }
}

async function giveLast({ source, note }: Intake, name?: Words): Promise<void> {
  update({ note });
  if (source) await (await lastYear())?.give({ source, name: name ?? source.name });
}

async function lastYear(): Promise<LastYear | null> {
  try {
    const { LastYear } = await import('./last-year');
    last = last ?? new LastYear({
      ask: (input) => sharedChecker().check(input),
      stop: restartChecker,
      opened: () => state.opened,
      report: () => check().report,
      mayReplace,
      open: show,
      compare: (previous) => (check().previous = previous as string | Uint8Array | null),
      draw: update,
      focus: () => root.querySelector<HTMLElement>('.last button')?.focus(),
    });
  } catch {
    update({ note: PART_NOT_LOADED });
  }
  return last;
}

const ask: Checker['ask'] = (question, given) => sharedChecker().ask(question, given);

async function areaPiece(): Promise<typeof AreaTool> {
  const { AreaTool } = await import('./area/tool');
  return AreaTool;
}

async function openArea(): Promise<void> {
  try {
    area = area ?? new (await areaPiece())(root.querySelector('#area > div')!, {
      language,
      parent: () => check().asked,
      ask,
    });
    area.open();
  } catch {
    update({ note: PART_NOT_LOADED });
  }
}

async function openSheet(): Promise<void> {
  try {
    const { SheetTool } = await import('./sheet/tool');
    sheet = sheet ?? new SheetTool(root.querySelector('#sheet > div')!, {
      language,
      asked: () => check().asked,
      name: () => nameOf(state.opened),
      report: () => check().report,
      ask,
    });
    sheet.open();
  } catch {
    update({ note: PART_NOT_LOADED });
  }
}

const zoneActions = {
  files: (files: File[]) => void fromFiles(files).then((intake) => giveLast(intake)),
  text: (source: string) => void giveLast({ source: { source, name: 'text.txt' }, note: null }, P.PASTED),
};

const isLast = (event: Event): boolean => (event.composedPath()[0] as Element).closest?.('.last') != null;

/** Changes that the person made are not thrown away unasked. */
function mayReplace(): boolean {
  return !check().edited || confirm(sayIn(state.language)(P.EDITS_LOST));
}

function reported({ detail }: CustomEvent<Report | ReadFailure>): void {
  const form = 'findings' in detail ? detail.form : null;
  update({ opened: state.opened && { ...state.opened, form } });
  area?.changed();
  sheet?.changed();
  if (!fresh) return;
  fresh = false;
  check().focus();
  scrollTo(0, 0);
}

/** Takes the report away, unless the person would lose changes. */
function leave(): boolean {
  if (!mayReplace()) return false;
  check().clear();
  area?.close();
  sheet?.close();
  update({ opened: null, note: null });
  return true;
}

function another(): void {
  if (!many?.back() && leave()) focusField();
}

const focusField = (): void => root.querySelector<HTMLElement>('.drop button')?.focus();

function openExample(wrong: boolean): void {
  const name = { zh: `${P.EXAMPLE_NAME.zh}：${(wrong ? P.EXAMPLE_WRONG : P.EXAMPLE_CLEAN).zh}`, en: `${P.EXAMPLE_NAME.en}: ${(wrong ? P.EXAMPLE_WRONG : P.EXAMPLE_CLEAN).en}` };
  open({ source: { source: exampleReport(wrong), name: 'example.html' }, note: null }, name);
}

async function openBlank(edition: '2019' | '2021'): Promise<void> {
  const source = await blankForm(edition);
  const name = edition === '2021' ? P.BLANK_2021 : P.BLANK_2019;
  if (source) open({ source: { source, name: 'blank.html' }, note: null }, name);
}

const chooseFile = (event: Event): void => {
  event.stopPropagation();
  root.querySelector<HTMLInputElement>('.drop input')!.click();
};

/** A click anywhere in the field that is not on one of its controls. */
const chooseByArea = (event: Event): void => {
  if (!(event.target as Element).closest('button, input, textarea, form')) chooseFile(event);
};

const checkText = (event: Event): void => {
  event.preventDefault();
  const field = root.querySelector<HTMLTextAreaElement>('.drop textarea')!;
  if (!field.value.trim()) return field.focus();
  open({ source: { source: field.value, name: 'text.txt' }, note: null }, P.PASTED);
};

const submitByKey = (event: KeyboardEvent): void => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) checkText(event);
};

document.addEventListener('paste', (event) => {
  const target = event.composedPath()[0];
  if (target instanceof HTMLInputElement && isForCell(event)) return;
  if (!event.clipboardData) return;
  event.preventDefault();
  const files = event.clipboardData.getData('text/plain') ? [] : [...event.clipboardData.files];
  if (files.length > 1) return void openFiles(files);
  const take = isLast(event) ? giveLast : open;
  void fromTransfer(event.clipboardData, 'paste').then((intake) => take(intake, files.length ? undefined : P.PASTED));
});

document.addEventListener('dragover', (event) => {
  event.preventDefault();
  const over = isLast(event) ? 'last' : 'page';
  if (state.over !== over) update({ over });
});
document.addEventListener('dragleave', (event) => {
  if (!event.relatedTarget) update({ over: null });
});
document.addEventListener('drop', (event) => {
  event.preventDefault();
  update({ over: null });
  const data = event.dataTransfer;
  if (!data) return;
  const files = [...data.files];
  const isZone = isLast(event);
  if (!files.length) void fromTransfer(data, 'drop').then((intake) => (isZone ? giveLast : open)(intake, P.PASTED));
  else if (isZone && files.length < 2) zoneActions.files(files);
  else void openFiles(files, [...data.items].map((item) => item.webkitGetAsEntry()));
});

useEngines(engines);
defineGoujiCheck();
root.textContent = '';
update();
check().prepare({ source: exampleReport(true), name: 'example.html' });
greetOpener();

/** A bookmark on another page opened this one and hands over what it found there. */
function greetOpener(): void {
  const from = declaredOrigin(location);
  if (from && opener) openDoor(opener as Window, from, ({ content, name }) => open({ source: { source: content, name: name ?? 'page.html' }, note: null }));
}
