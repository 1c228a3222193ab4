// Several engines at work on one list of files, each in a worker of its own: every file is asked about once, and one
// that ends its engine or takes too long is told and the rest goes on.

import type { UnitFile } from '../area/files';
import { EngineError, openChecker, type Checker } from '../checker';
import type { EngineFile } from '../protocol';
import type { Words } from '../types';
import * as W from './words';
import { ZipTrouble } from './zip';

/** As the page has it for one report. */
const FILE_LIMIT = 64 * 1024 * 1024;
/** More engines than this want more memory than they save time. */
const MOST_WORKERS = 8;
/** An engine keeps the memory that its largest file took, so behind one of these it is put away. */
const LARGE = 8 * 1024 * 1024;

/** An answer, or why there is none. */
export type Had<T> = T | { trouble: Words };
/** What is asked about each file. */
export type Work<T> = (engine: Checker, source: Uint8Array, file: UnitFile) => Promise<Had<T>>;

export class Pool {
  private readonly open = new Set<Checker>();
  private stopped = false;

  constructor(private readonly engine: EngineFile) {}

  /** Asks about every file and hands over each answer, or why there is none, as it comes; ends with the last, or when stopped. */
  async run<T>(files: readonly UnitFile[], work: Work<T>, took: (file: UnitFile, answer: Had<T>) => void): Promise<void> {
    const left = files[Symbol.iterator]();
    const lane = async (): Promise<void> => {
      let engine = this.start();
      for (const file of left) {
        const { answer, large } = await answerTo(engine, file, work);
        if (this.stopped) return;
        took(file, answer);
        if (large) engine = this.renew(engine);
      }
      this.close(engine);
    };
    const lanes = Math.min(Math.max(navigator.hardwareConcurrency || 2, 1), MOST_WORKERS, files.length);
    await Promise.all(Array.from({ length: lanes }, lane));
  }

  /** Ends every engine with what it is at. */
  stop(): void {
    this.stopped = true;
    this.open.forEach((engine) => engine.close());
  }

  private start(): Checker {
    const engine = openChecker(Promise.resolve(this.engine));
    this.open.add(engine);
    return engine;
  }

  private renew(engine: Checker): Checker {
    this.close(engine);
    return this.start();
  }

  private close(engine: Checker): void {
    engine.close();
    this.open.delete(engine);
  }
}

async function answerTo<T>(engine: Checker, file: UnitFile, work: Work<T>): Promise<{ answer: Had<T>; large: boolean }> {
  let large = false;
  try {
    const opened = await file.open();
    if (opened.size > FILE_LIMIT) return { answer: { trouble: W.TOO_LARGE }, large };
    large = opened.size > LARGE;
    return { answer: await work(engine, new Uint8Array(await opened.arrayBuffer()), file), large };
  } catch (error) {
    return { answer: { trouble: troubleOf(error) }, large };
  }
}

/** Why a file could not be had or asked about. */
export function troubleOf(error: unknown): Words {
  if (error instanceof ZipTrouble) return W.ZIP_TROUBLE[error.kind];
  if (!(error instanceof EngineError)) return W.NOT_OPENED;
  return error.kind === 'time-limit' ? W.TOO_SLOW : W.KILLED;
}
