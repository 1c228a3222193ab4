// What people take away of the list: the buttons, and the files that they give.

import { html, type TemplateResult } from 'lit-html';

import type { Language, Words } from '../types';
import type { Say } from '../words';
import { csv, workbook } from './data';
import { letters, needsLetter } from './letters';
import type { Row } from './list';
import { save } from './save';
import * as W from './words';

/** What is exported are the reports that are shown; `tell` says what came of it. The sheets take a while, and wait while others are read. */
export function exportButtons(rows: readonly Row[], say: Say, language: Language, busy: boolean, tell: (note: Words | null) => void, sheets: () => void): TemplateResult {
  const name = say(W.FILE_NAME);
  const actions: [string, Words, () => void][] = [
    ['csv', W.EXPORT_CSV, () => save(csv(rows, language), `${name}.csv`, 'text/csv')],
    ['xlsx', W.EXPORT_XLSX, () => save(workbook(rows, language), `${name}.xlsx`, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')],
    ['letters', W.EXPORT_LETTERS, () => {
      if (!rows.some(needsLetter)) return tell(W.NO_LETTERS);
      save(letters(rows, language), `${say(W.LETTERS_NAME)}.zip`, 'application/zip');
    }],
    ['sheets', W.EXPORT_SHEETS, sheets],
  ];
  const press = (run: () => void): void => {
    tell(null);
    run();
  };
  return html`
    <div class="tools exports" role="group" aria-label=${say(W.EXPORTS)}><b>${say(W.EXPORTS)}</b>
      ${actions.map(([id, words, run]) => html`<button id=${id} ?disabled=${rows.length === 0 || (busy && id === 'sheets')} @click=${() => press(run)}>${say(words)}</button>`)}
      <span class="soft">${say(W.exported(rows.length))}</span></div>`;
}
