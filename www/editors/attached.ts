// What a host gets for an editor: the button in it, and the desk behind the button, which comes when it is first asked for.

import { DESK_NOT_LOADED } from '../trouble';
import type { Language, ReadFailure, Report, Words } from '../types';
import type { Adapter } from './adapter';
import { BUTTON } from './button';
import type { Desk } from './desk';

export interface AttachOptions {
  /** Of everything that is said; `zh` by default. */
  language?: Language;
  /** Where the panel goes; by default it is a drawer on the right of the window. */
  panel?: HTMLElement;
  /** A button of the host, in place of one in the editor's toolbar. */
  button?: HTMLElement;
  /** Milliseconds without a change before the content is checked again. */
  debounce?: number;
  /** Called after every check, with the report, or `{error}` where the content could not be read or was not checked. */
  onReport?: (report: Report | ReadFailure) => void;
}

export class Attached {
  private desk: Desk | null = null;
  private wanted = false;

  constructor(readonly adapter: Adapter, private readonly options: AttachOptions) {
    const said = (words: Words): string => words[options.language ?? 'zh'] ?? words.zh;
    const press = (): void => void this.open().catch((error) => {
      if (this.desk) throw error;
      // Its module did not come: there is no panel to say so in.
      window.alert(said(DESK_NOT_LOADED));
    });
    if (options.button) options.button.addEventListener('click', press);
    else adapter.addButton(said(BUTTON), press);
  }

  /** The newest report. */
  get report(): Report | null {
    return this.desk?.report ?? null;
  }

  /** What the editor would save. */
  html(): string {
    return this.adapter.html();
  }

  /** Opens the panel, checks now and after every change. */
  async open(): Promise<void> {
    this.wanted = true;
    const desk = await this.load();
    if (this.wanted) await desk.open();
  }

  /** Takes panel and marks away; nothing is checked any more until it is opened again. */
  close(): void {
    this.wanted = false;
    this.desk?.close();
  }

  /** Checks the content as it stands; null where the editor shows its source. */
  async check(): Promise<Report | ReadFailure | null> {
    return (await this.load()).check();
  }

  private async load(): Promise<Desk> {
    const { Desk } = await import('./desk');
    this.desk = this.desk ?? new Desk(this.adapter, this.options);
    return this.desk;
  }
}
