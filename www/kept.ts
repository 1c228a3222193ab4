// What a person lets stand, for everything on a page that asks, and what they set, kept in this browser only where they
// ask for it.

import type { Given, Waiver } from './types';

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

let standing: Waiver[] | null = null;

/** What is let stand on this page: by one panel for the next, and for the gate. A waiver is bound to its report. */
export function waiversHere(): Waiver[] {
  standing = standing ?? remembered()?.waivers ?? [];
  return standing;
}

export function letStand(waivers: Waiver[]): void {
  standing = waivers;
}

export const isWaiver = ({ key, agency, year, reason }: Waiver): boolean =>
  typeof key === 'string' && typeof reason === 'string'
  && (agency === null || typeof agency === 'string') && (year === null || Number.isInteger(year));

export const isSame = (a: Waiver, b: Waiver): boolean => a.key === b.key && a.agency === b.agency && a.year === b.year;
