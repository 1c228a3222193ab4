// The button: its words, and one for editors that have no toolbar, which stands before the field.

import type { Words } from '../types';

export const BUTTON: Words = { zh: '年报校验', en: 'Check the report' };

export function buttonBefore(field: HTMLElement, label: string, press: () => void): void {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'gouji-button';
  button.textContent = label;
  button.addEventListener('click', press);
  field.insertAdjacentElement('beforebegin', button);
}
