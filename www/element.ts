// <gouji-check> as a host sees it: what its class, its tests and its documentation agree on. Names nothing that a host
// would have to install.

import type { Language, ReadFailure, Report, Source } from './types';

export interface GoujiCheckElement extends HTMLElement {
  language: Language;
  for: string | null;
  previous: string | Uint8Array | null;
  readonly report: Report | null;
  readonly edited: boolean;
  check(source: Source['source'], name?: string): void;
  clear(): void;
  prepare(sample?: Source): void;
}

/** The event `gouji-report`. */
export type GoujiReportEvent = CustomEvent<Report | ReadFailure>;

declare global {
  interface HTMLElementTagNameMap {
    'gouji-check': GoujiCheckElement;
  }
  interface HTMLElementEventMap {
    'gouji-report': GoujiReportEvent;
  }
}
