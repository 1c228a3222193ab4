// The messages between the page and the engine, wherever the engine runs.

import type { CheckInput, ReadFailure, Report } from './types';

export interface Request {
  id: number;
  input: CheckInput;
}

/** The first message: the engine's wasm as text, see `bytesOf` in worker.ts. */
export interface Start {
  wasm: string;
}

export type Reply =
  | { type: 'ready'; version: string }
  | { type: 'report'; id: number; report: Report | ReadFailure }
  /** The input was refused; the engine lives. */
  | { type: 'refused'; id: number; message: string }
  /** The engine is dead: it trapped, or could not start. Nothing more will come from it. */
  | { type: 'dead'; id?: number; message: string };

/** The part of a worker's global scope that the engine uses. */
export interface Scope {
  onmessage: ((event: { data: Start | Request }) => void) | null;
  postMessage(reply: Reply): void;
}

/** What gouji-engine.js leaves for the page. */
export interface EngineFile {
  wasm: string;
  /** The whole engine as one function: its source text makes a worker, a call of it runs it in the page. */
  start(scope: Scope): void;
}
