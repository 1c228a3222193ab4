// The one engine that all elements of a page share, started when first asked.

import { engineFile, openChecker, type Checker, type Replaced } from './checker';
import type { EngineFile } from './protocol';

type Listener = (why: Replaced) => void;

const listeners = new Set<Listener>();
let checker: Checker | null = null;
let engine: () => Promise<EngineFile> = engineFile;

/** Where the engine comes from; unless this is said, it is a file of the page. */
export function useEngine(from: () => Promise<EngineFile>): void {
  engine = from;
}

export function sharedChecker(): Checker {
  checker = checker ?? openChecker(engine(), { onReplaced: (why) => listeners.forEach((tell) => tell(why)) });
  return checker;
}

/** Ends the engine with whatever it is at; the next question starts another. */
export function restartChecker(): void {
  checker?.close();
  checker = null;
}

export function onReplaced(tell: Listener): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}
