// One interface to the engine, wherever it runs. The engine is replaced when it dies or takes too long, and the page
// is told; a request that kills it fails, the others are asked again. A file that the first engine has no reader for is
// asked of the full one, which answers from then on; where WebAssembly is refused, the first one in plain JavaScript does.

import type { EngineFile, Question, Questions, Reply, Request, Scope, Start } from './protocol';
import { trusted } from './trusted';
import type { CheckedDocument, CheckInput, ReadFailure, Report, RuleWithPage } from './types';

/** A report is checked in milliseconds: whoever needs this long will not end. */
const TIME_LIMIT_MS = 20_000;
/** Replacements in a row without one answer between them, before the checker gives up. */
const MAX_REPLACEMENTS = 3;

/** Why the engine was replaced. */
export type Replaced = 'died' | 'time-limit' | 'no-worker';

export interface Checker {
  /** Fails with an `EngineError`, as the others do. Answers come in the order of the questions. */
  check(input: CheckInput): Promise<Report | ReadFailure>;
  /** The same as a document of the output contract. */
  document(input: CheckInput): Promise<CheckedDocument>;
  /** The rule book; the pages are empty where the engine's file does not hold them. */
  rules(): Promise<RuleWithPage[]>;
  /** Any other question. */
  ask<Q extends Question>(question: Q, given: Questions[Q]['given']): Promise<Questions[Q]['answer']>;
  /** Ends the engine; open questions fail. */
  close(): void;
}

export class EngineError extends Error {
  constructor(
    readonly kind: 'died' | 'time-limit' | 'refused' | 'no-engine' | 'cannot-start' | 'cannot-load' | 'closed',
    message: string,
  ) {
    super(message);
  }
}

export interface CheckerOptions {
  onReplaced?: (why: Replaced) => void;
  /** Gives the engine that reads every format. */
  full?: () => Promise<EngineFile>;
  /** Gives the first engine in plain JavaScript, for where WebAssembly is missing or refused. */
  plain?: () => Promise<EngineFile>;
  /** The full engine is being loaded, or no longer. */
  onLoading?: (loading: boolean) => void;
  timeLimitMs?: number;
  /** How an engine is started; by default in a worker, and in the page where workers are refused. */
  open?: (engine: EngineFile) => Port;
}

/** Something that takes messages and answers: a worker, or the engine in the page. */
export interface Port {
  postMessage(message: Start | Request): void;
  onmessage: ((event: { data: Reply }) => void) | null;
  onerror: ((event: { message?: string }) => void) | null;
  terminate(): void;
}

interface Waiting {
  request: Request;
  resolve(answer: unknown): void;
  reject(error: EngineError): void;
}

/** Opens a checker; nothing is started before the first question. */
export function openChecker(engine: Promise<EngineFile>, options: CheckerOptions = {}): Checker {
  return new EngineChecker(engine, options);
}

class EngineChecker implements Checker {
  private queue: Waiting[] = [];
  private port: Port | null = null;
  private ready = false;
  private closed = false;
  private toldNoWorker = false;
  private replacements = 0;
  private nextId = 1;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private open: (engine: EngineFile) => Port;
  /** The engine that is asked: the first, the full one, or the plain one. */
  private engine: Promise<EngineFile>;

  constructor(
    private readonly first: Promise<EngineFile>,
    private readonly options: CheckerOptions,
  ) {
    this.engine = first;
    this.open = options.open ?? workerPort;
  }

  check(input: CheckInput): Promise<Report | ReadFailure> {
    return this.ask('check', input);
  }

  document(input: CheckInput): Promise<CheckedDocument> {
    return this.ask('document', input);
  }

  async rules(): Promise<RuleWithPage[]> {
    const [rules, { pages }] = await Promise.all([this.ask('rules', null), this.first]);
    return rules.map((rule) => ({ ...rule, page: pages?.[rule.id] ?? '' }));
  }

  close(): void {
    this.closed = true;
    this.stop();
    this.failAll(new EngineError('closed', 'the checker is closed'));
  }

  ask<Q extends Question>(question: Q, given: Questions[Q]['given']): Promise<Questions[Q]['answer']> {
    return new Promise((resolve, reject) => {
      if (this.closed) return reject(new EngineError('closed', 'the checker is closed'));
      const request = { id: this.nextId++, question, given };
      this.queue.push({ request, resolve: (answer) => resolve(answer as Questions[Q]['answer']), reject });
      if (this.queue.length === 1) this.next();
    });
  }

  /** Sends the question at the head of the queue, starting the engine where there is none. */
  private next(): void {
    const head = this.queue[0];
    if (!head) return;
    if (!this.port) {
      this.engine.then((engine) => this.start(engine), (error: Error) => this.giveUp(error.message, 'no-engine'));
    } else if (this.ready) {
      this.send(this.port, head);
    }
  }

  private send(port: Port, { request, reject }: Waiting): void {
    this.watch();
    try {
      port.postMessage(request);
    } catch (error) {
      // Nothing that a message could carry: the engine has not heard of it, and lives.
      clearTimeout(this.timer);
      this.queue.shift();
      reject(new EngineError('refused', String(error)));
      this.next();
    }
  }

  private start(engine: EngineFile): void {
    if (this.closed || this.port) return;
    try {
      const port = this.open(engine);
      port.onmessage = ({ data }) => this.take(data);
      port.onerror = ({ message }) => this.lose('died', message ?? 'the engine ended');
      this.port = port;
      this.watch();
      port.postMessage({ wasm: engine.wasm });
    } catch (error) {
      this.lose('died', String(error));
    }
  }

  private take(reply: Reply): void {
    if (reply.type === 'ready') {
      this.ready = true;
      clearTimeout(this.timer);
      this.tellWhere();
      return this.next();
    }
    if (reply.type === 'dead') return this.lose('died', reply.message);
    if (reply.id !== this.queue[0]?.request.id) return;
    clearTimeout(this.timer);
    this.replacements = 0;
    const { full } = this.options;
    if (full && this.engine === this.first && reply.type === 'answer' && needsFull(reply.answer)) return void this.goOnWith(full, (error) => this.queue.shift()?.reject(error));
    const answered = this.queue.shift();
    if (reply.type === 'answer') answered?.resolve(reply.answer);
    else answered?.reject(new EngineError('refused', reply.message));
    this.next();
  }

  /** Said once the engine runs in the page: before that it is not known whether the worker was at fault. */
  private tellWhere(): void {
    if (this.options.open || this.open !== localPort || this.toldNoWorker) return;
    this.toldNoWorker = true;
    this.options.onReplaced?.('no-worker');
  }

  /** Asks the question again of another engine. It may come over a network, so nothing limits the time. */
  private async goOnWith(other: () => Promise<EngineFile>, failed: (error: EngineError) => void): Promise<void> {
    this.stop();
    this.options.onLoading?.(true);
    const engine = await other().catch((error: Error) => new EngineError('cannot-load', error.message));
    this.options.onLoading?.(false);
    if (engine instanceof EngineError) failed(engine);
    else this.engine = Promise.resolve(engine);
    this.next();
  }

  private watch(): void {
    clearTimeout(this.timer);
    const limit = this.options.timeLimitMs ?? TIME_LIMIT_MS;
    this.timer = setTimeout(() => this.lose('time-limit', `no answer within ${limit} ms`), limit);
  }

  /** The engine is gone: fails the question that it was at, and starts another for the rest. */
  private lose(why: 'died' | 'time-limit', message: string): void {
    const hadStarted = this.ready;
    this.stop();
    if (!hadStarted && this.open === workerPort) {
      this.open = localPort;
      return this.next();
    }
    const { plain } = this.options;
    if (!hadStarted && plain && this.engine === this.first) {
      this.open = this.options.open ?? workerPort;
      return void this.goOnWith(plain, () => this.giveUp(message));
    }
    if (!hadStarted || ++this.replacements > MAX_REPLACEMENTS) return this.giveUp(message);
    this.queue.shift()?.reject(new EngineError(why, message));
    this.options.onReplaced?.(why);
    this.next();
  }

  private giveUp(message: string, kind: 'cannot-start' | 'no-engine' = 'cannot-start'): void {
    this.stop();
    this.engine = this.first;
    this.open = this.options.open ?? workerPort;
    this.failAll(new EngineError(kind, message));
  }

  private stop(): void {
    clearTimeout(this.timer);
    if (this.port) {
      this.port.onmessage = this.port.onerror = null;
      this.port.terminate();
    }
    this.port = null;
    this.ready = false;
  }

  private failAll(error: EngineError): void {
    for (const waiting of this.queue.splice(0)) waiting.reject(error);
  }
}

/** The answer says that the format has a reader in the full engine only. */
function needsFull(answer: Questions[Question]['answer']): boolean {
  return 'error' in answer && answer.error.kind === 'needs-full';
}

/** A worker made from the engine's own source text: the only kind that a page from file:// may start. */
function workerPort(engine: EngineFile): Port {
  const source = new Blob([`(${engine.start.toString()})(self)`], { type: 'text/javascript' });
  const url = URL.createObjectURL(source);
  const worker = new Worker(trusted.createScriptURL(url)) as Port;
  const { terminate } = worker;
  worker.terminate = () => {
    terminate.call(worker);
    URL.revokeObjectURL(url);
  };
  return worker;
}

/** The engine in the page: blocks it for the milliseconds of a check and cannot be stopped, but needs no worker. */
export function localPort(engine: EngineFile): Port {
  const scope: Scope = {
    onmessage: null,
    postMessage: (reply) => void Promise.resolve().then(() => port.onmessage?.({ data: reply })),
  };
  const port: Port = {
    onmessage: null,
    onerror: null,
    postMessage: (message) => void Promise.resolve().then(() => scope.onmessage?.({ data: message })),
    terminate: () => (scope.onmessage = null),
  };
  engine.start(scope);
  return port;
}

/** The first engine's file of this page: it may load after the page's own script. */
export function engineFile(): Promise<EngineFile> {
  return new Promise((resolve, reject) => {
    const present = (): EngineFile | undefined => (globalThis as { goujiEngine?: EngineFile }).goujiEngine;
    const now = present();
    if (now) return resolve(now);
    const last = (): void => {
      const late = present();
      if (late) resolve(late);
      else reject(new Error('gouji-engine.js did not load'));
    };
    // Behind the load of the page nothing more comes.
    if (document.readyState === 'complete') last();
    else addEventListener('load', last);
  });
}
