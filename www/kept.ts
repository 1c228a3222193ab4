// What a person lets stand and sets, outside of the page: in a file to hand on, and, only where they ask for it, in this
// browser.

import type { Given, Waiver, WaiverFile } from './types';

const SLOT = 'gouji';
/** What a rule may be set to, the mildest change first. */
export const CHANGES = ['warning', 'info', 'off'];

/** What this browser was asked to remember, if it was; what another version left and this one does not know falls away. */
export function remembered(): Given | null {
  try {
    const { deadline = '', rules = {}, waivers = [] } = JSON.parse(localStorage.getItem(SLOT) ?? '') as Given;
    return {
      deadline: /^\d\d-\d\d$/.test(deadline) ? deadline : '',
      rules: Object.fromEntries(Object.entries(rules).filter(([, change]) => CHANGES.includes(change))),
      waivers: waivers.filter(isWaiver),
    };
  } catch {
    return null;
  }
}

/** Remembers, or forgets; says whether the browser allowed it. The day of publication is that of one report and is not kept. */
export function remember(given: Given | null): boolean {
  try {
    if (given) localStorage.setItem(SLOT, JSON.stringify({ deadline: given.deadline, rules: given.rules, waivers: given.waivers }));
    else localStorage.removeItem(SLOT);
    return true;
  } catch {
    return false;
  }
}

/** The file that the command takes too. */
export function download(waivers: Waiver[]): void {
  const file: WaiverFile = { schema: 1, waivers };
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([JSON.stringify(file, null, 2)], { type: 'application/json' }));
  link.download = 'gouji-waivers.json';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href));
}

/** The waivers of a file; null where it is none. */
export function waiversOf(text: string): Waiver[] | null {
  try {
    const { waivers } = JSON.parse(text) as WaiverFile;
    return waivers.every(isWaiver) ? waivers.map(({ key, agency, year, reason }) => ({ key, agency, year, reason })) : null;
  } catch {
    return null;
  }
}

const isWaiver = ({ key, agency, year, reason }: Waiver): boolean =>
  typeof key === 'string' && typeof reason === 'string'
  && (agency === null || typeof agency === 'string') && (year === null || Number.isInteger(year));

export const isSame = (a: Waiver, b: Waiver): boolean => a.key === b.key && a.agency === b.agency && a.year === b.year;
