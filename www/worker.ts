// The engine's side of the border: starts the wasm and answers requests one after the other. Runs in a worker made
// from its own source text, or, where workers are refused, in the page.

import init, { check, document, form, more, rules, version } from '../pkg/first/gouji.js';
import { whole } from './whole';
import type { Reply, Request, Scope, Start } from './protocol';

/** Called once with the scope to serve. */
export default function start(scope: Scope): void {
  let dead = false;
  const die = (error: unknown, id?: number): void => {
    dead = true;
    scope.postMessage({ type: 'dead', id, message: wordsOf(error) });
  };

  const begin = async ({ wasm }: Start): Promise<void> => {
    try {
      await init({ module_or_path: bytesOf(wasm) });
      scope.postMessage({ type: 'ready', version: version() });
    } catch (error) {
      die(error);
    }
  };

  const answer = ({ id, question, given }: Request): void => {
    let reply: Reply;
    try {
      reply = { type: 'answer', id, answer: answerTo(question, given) };
    } catch (error) {
      // A trap leaves the instance in no known state. What the engine itself refuses comes as an ordinary error.
      if (isTrap(error)) return die(error, id);
      reply = { type: 'refused', id, message: wordsOf(error) };
    }
    scope.postMessage(reply);
  };

  scope.onmessage = ({ data }) => {
    if (dead) return;
    if ('wasm' in data) void begin(data);
    else answer(data);
  };
}

function answerTo(question: Request['question'], given: Request['given']): Extract<Reply, { type: 'answer' }>['answer'] {
  if (!given) return rules();
  const { source, ...options } = given;
  if (question === 'document') return document(source, options);
  return question === 'check' ? whole(check(source, options), form) : more(question, source, options);
}

/** How far the bytes stand moved up; scripts/embed.mjs says why. */
const SHIFT = 35;

/** The wasm stands in a string, one character a byte; what is moved out of the range of a byte wraps around. */
function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i) - SHIFT;
  return bytes;
}

/** A trap, or a stack that ran out, which Chromium calls a RangeError and Firefox an InternalError. */
function isTrap(error: unknown): boolean {
  if (error instanceof WebAssembly.RuntimeError || error instanceof RangeError) return true;
  return error instanceof Error && error.name === 'InternalError';
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
