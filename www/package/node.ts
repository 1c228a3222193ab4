// The package's module for Node: the engine that reads every format, in a thread of its own, for a server that checks
// again.

import { Worker } from 'node:worker_threads';

import { openChecker, type Checker, type Port } from '../checker';
import { judge, type GateOptions, type GateResult } from '../judge';
import type { EngineFile } from '../protocol';
import { unansweredUnlessMisused } from '../trouble';
import type { CheckedDocument, CheckInput, EngineOptions, ReadFailure, Report } from '../types';

export { judge, type GateOptions, type GateResult };
export type * from '../types';

let checker: Checker | null = null;

function shared(): Checker {
  checker = checker ?? openChecker(import('./full-engine.js').then(({ engine }) => engine), { open: threadPort });
  return checker;
}

/**
 * Checks HTML or text, a file's bytes (a `Buffer` will do), or paragraphs and tables. Resolves to one document of the
 * output contract, the same as in the browser; also where the source could not be read, which the document then says.
 */
export function check(source: CheckInput['source'], options: EngineOptions = {}): Promise<CheckedDocument> {
  return shared().document({ name: '', ...options, source });
}

/** Checks as `check` does, and resolves to the element's report: every cell, and every sentence in both languages. */
export function report(source: CheckInput['source'], options: EngineOptions = {}): Promise<Report | ReadFailure> {
  return shared().check({ name: '', ...options, source });
}

/** The same question that the page asked before publishing. Fails closed: what could not be read, told or checked at all does not pass. */
export async function gate(source: CheckInput['source'], options: GateOptions = {}): Promise<GateResult> {
  return judge(await report(source, { name: 'gate.html' }).catch(unansweredUnlessMisused), options);
}

/** The engine in a thread, which can be ended when it takes too long and keeps no process alive that waits for nothing. */
function threadPort(engine: EngineFile): Port {
  const source = `
    const { parentPort } = require('node:worker_threads');
    const scope = { onmessage: null, postMessage: (reply) => parentPort.postMessage(reply) };
    (${engine.start.toString()})(scope);
    parentPort.on('message', (data) => scope.onmessage({ data }));`;
  const thread = new Worker(source, { eval: true, execArgv: [], env: {} });
  const port: Port = {
    onmessage: null,
    onerror: null,
    postMessage: (message) => thread.postMessage(message),
    terminate: () => void thread.terminate(),
  };
  thread.on('message', (data) => port.onmessage?.({ data }));
  thread.on('error', (error) => port.onerror?.({ message: error.message }));
  // Last, since listening counts as a reason to stay.
  thread.unref();
  return port;
}
