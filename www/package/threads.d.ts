// The little of Node that the package's module for Node uses.

declare module 'node:worker_threads' {
  export class Worker {
    constructor(source: string, options: { eval: boolean; execArgv: string[]; env: object });
    postMessage(message: unknown): void;
    on(event: 'message', listener: (data: never) => void): this;
    on(event: 'error', listener: (error: Error) => void): this;
    terminate(): Promise<number>;
    unref(): void;
  }
}
