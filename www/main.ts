// The page: head, privacy line, the field that takes a report, and the element that checks it.

import { html, nothing, render, type TemplateResult } from 'lit-html';

import { bookBeside, enginesBeside } from './beside';
import { blankForm } from './blank-form';
import type { GoujiCheck } from './check-element';
import { defineGoujiCheck } from './define';
import { declaredOrigin, openDoor } from './door';
import { exampleReport } from './examples';
import { fromFiles, fromTransfer, isForCell, type Intake } from './intake';
import './page.css';
import * as P from './page-words';
import { useEngines } from './shared-checker';
import type { Language, ReadFailure, Report, Words } from './types';
import { sayIn } from './words';

interface State {
  language: Language;
  large: boolean;
  /** The name of what was opened, and the form it follows. */
  opened: { name: Words | string; form: Report['form'] } | null;
  /** Something is dragged over the page. */
  over: boolean;
  note: Words | null;
}

const state: State = { language: 'zh', large: false, opened: null, over: false, note: null };
const root = document.getElementById('page')!;
let fresh = false;

const check = (): GoujiCheck => root.querySelector('gouji-check') as GoujiCheck;

function update(change: Partial<State> = {}): void {
  Object.assign(state, change);
  document.documentElement.lang = state.language === 'zh' ? 'zh-CN' : 'en';
  document.documentElement.classList.toggle('large', state.large);
  document.title = sayIn(state.language)(P.NAME) + ' · ' + sayIn(state.language)(P.SUBTITLE);
  render(page(), root);
}

function page(): TemplateResult {
  const { language, note } = state;
  const say = sayIn(language);
  return html`
    ${head()}
    <div class="private"><span aria-hidden="true">●</span> ${say(P.PRIVATE)} <button class="text" @click=${() => dialog().showModal()}>${say(P.VERIFY)}</button></div>
    <main>
      <p class="tell" role="status">${note ? say(note) : nothing}</p>
      <gouji-check .language=${language} @gouji-report=${reported}>${empty()}</gouji-check>
    </main>
    ${howToVerify()}`;
}

function head(): TemplateResult {
  const { language, large, opened } = state;
  const say = sayIn(language);
  const form = opened?.form && say(opened.form === '2021' ? P.FORM_2021 : P.FORM_2019);
  const name = opened && (typeof opened.name === 'string' ? opened.name : say(opened.name));
  return html`
    <header>
      <h1>${say(P.NAME)}</h1><p class="sub">${say(P.SUBTITLE)}</p>
      <p class="opened">${name ?? nothing} <span>${form ?? nothing}</span></p>
      <nav>
        ${opened ? html`<button class="text" @click=${another}>${say(P.ANOTHER)}</button>` : nothing}
        <button class="text" aria-pressed=${large} @click=${() => update({ large: !large })}>${say(P.LARGE)}</button>
        <button class="text" lang=${language === 'zh' ? 'en' : 'zh-CN'} @click=${() => update({ language: language === 'zh' ? 'en' : 'zh' })}>${language === 'zh' ? 'English' : '中文'}</button>
      </nav>
    </header>`;
}

/** The empty page; it is the element's fallback content, shown while there is no report. */
function empty(): TemplateResult {
  const { language, over } = state;
  const say = sayIn(language);
  return html`
    <section class="drop ${over ? 'over' : ''}" @click=${chooseByArea}>
      <h2>${say(over ? P.DROP_HERE : P.DROP_TITLE)}</h2>
      <p>${say(P.DROP_HOW)}</p>
      <button class="primary" @click=${chooseFile}>${say(P.CHOOSE_FILE)}</button>
      <input type="file" hidden accept=".docx,.doc,.wps,.odt,.fodt,.rtf,.xlsx,.xls,.et,.ods,.pdf,.ofd,.html,.htm,.mht,.mhtml,.zip,.txt,.md,.csv,.tsv" @change=${chosen}>
      <form @submit=${checkText}>
        <textarea rows="1" aria-label=${say(P.PASTE_FIELD)} placeholder=${say(P.PASTE_FIELD)} @keydown=${submitByKey}></textarea>
        <button>${say(P.CHECK_TEXT)}</button>
      </form>
    </section>
    <p class="formats">${say(P.FORMATS)}</p>
    <p class="examples">${say(P.EXAMPLES)}
      <button class="text" @click=${() => openExample(true)}>${say(P.EXAMPLE_WRONG)}</button>
      <button class="text" @click=${() => openExample(false)}>${say(P.EXAMPLE_CLEAN)}</button>
    </p>
    <p class="examples">${say(P.BLANK)}
      <button class="text" @click=${() => openBlank('2021')}>${say(P.BLANK_2021)}</button>
      <button class="text" @click=${() => openBlank('2019')}>${say(P.BLANK_2019)}</button>
    </p>`;
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
  if (!source || !mayReplace()) return;
  fresh = true;
  update({ opened: { name: name ?? source.name, form: null } });
  check().check(source.source, source.name);
}

/** Changes that the person made are not thrown away unasked. */
function mayReplace(): boolean {
  return !check().edited || confirm(sayIn(state.language)(P.EDITS_LOST));
}

function reported({ detail }: CustomEvent<Report | ReadFailure>): void {
  const form = 'findings' in detail ? detail.form : null;
  if (state.opened) update({ opened: { ...state.opened, form } });
  if (!fresh) return;
  fresh = false;
  check().focus();
  scrollTo(0, 0);
}

function another(): void {
  if (!mayReplace()) return;
  check().clear();
  update({ opened: null, note: null });
  root.querySelector<HTMLElement>('.drop button')?.focus();
}

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
  root.querySelector<HTMLInputElement>('input[type="file"]')!.click();
};

/** A click anywhere in the field that is not on one of its controls. */
const chooseByArea = (event: Event): void => {
  if (!(event.target as Element).closest('button, input, textarea, form')) chooseFile(event);
};

const chosen = (event: Event): void => {
  const input = event.target as HTMLInputElement;
  const files = [...(input.files ?? [])];
  input.value = '';
  void fromFiles(files).then((intake) => open(intake));
};

const checkText = (event: Event): void => {
  event.preventDefault();
  const field = root.querySelector('textarea')!;
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
  const isFile = event.clipboardData.files.length > 0 && !event.clipboardData.getData('text/plain');
  void fromTransfer(event.clipboardData, 'paste').then((intake) => open(intake, isFile ? undefined : P.PASTED));
});

document.addEventListener('dragover', (event) => {
  event.preventDefault();
  if (!state.over) update({ over: true });
});
document.addEventListener('dragleave', (event) => {
  if (!event.relatedTarget) update({ over: false });
});
document.addEventListener('drop', (event) => {
  event.preventDefault();
  update({ over: false });
  const data = event.dataTransfer;
  if (!data) return;
  const files = [...data.files];
  if (files.length) void fromFiles(files).then((intake) => open(intake));
  else void fromTransfer(data, 'drop').then((intake) => open(intake, P.PASTED));
});

if (typeof WebAssembly === 'object') {
  useEngines({ ...enginesBeside(), book: bookBeside() });
  defineGoujiCheck();
  root.textContent = '';
  update();
  check().prepare({ source: exampleReport(true), name: 'example.html' });
  greetOpener();
} else {
  root.textContent = P.NO_WASM.zh;
}

/** A bookmark on another page opened this one and hands over what it found there. */
function greetOpener(): void {
  const from = declaredOrigin(location);
  if (from && opener) openDoor(opener as Window, from, ({ content, name }) => open({ source: { source: content, name: name ?? 'page.html' }, note: null }));
}
