// The one engine that all elements of a page share, started when first asked.

import { openChecker, type Checker, type Replaced } from './checker';
import type { Engines, RulePages } from './protocol';

/** What an element hears about the engine. */
export interface Listener {
  replaced(why: Replaced): void;
  /** The engine that reads every format is being loaded, or no longer. */
  loading(loading: boolean): void;
}

const listeners = new Set<Listener>();
let checker: Checker | null = null;
let engines: Engines = { first: () => Promise.reject(new Error('no engine was named')) };

/** Where the engines come from; said once, before the first question. */
export function useEngines(from: Engines): void {
  engines = from;
}

export function sharedChecker(): Checker {
  checker = checker ?? openChecker(engines.first(), {
    full: engines.full,
    plain: engines.plain,
    onReplaced: (why) => listeners.forEach((one) => one.replaced(why)),
    onLoading: (loading) => listeners.forEach((one) => one.loading(loading)),
  });
  return checker;
}

/** The pages of the rules that are not in the engine's file; fails where theirs does not load. */
export function rulePages(): Promise<RulePages> {
  return engines.pages?.() ?? Promise.reject(new Error('no pages were named'));
}

/** Where the page of a rule stands by itself, if it does. */
export function addressOfRule(id: string): string | null {
  return engines.book ? `${engines.book}${id}.html` : null;
}

/** Ends the engine with whatever it is at; the next question starts another. */
export function restartChecker(): void {
  checker?.close();
  checker = null;
}

export function listen(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
