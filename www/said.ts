// What the person says beside a report (days, rules that are off, what is let stand), the same in the page and in the
// panel beside an editor. Its fields and windows come when they are first wanted.

import { isSame, letStand, remember, remembered, waiversHere } from './kept';
import type { settings } from './paint/settings';
import type { FindingView, Given, Report, Waiver, Words } from './types';
import * as W from './words';

export type SettingsParts = typeof settings;

/** Where it is said. */
export interface SaidHost {
  readonly root: ShadowRoot;
  report(): Report | null;
  /** Asks the engine again. */
  gave(given: Given, what: Given): void;
  /** Draws anew, with something to tell; null takes away what was told. */
  draw(note?: Words | null): void;
}

export class Said {
  private own: Given = remembered() ?? {};
  /** This browser remembers it. */
  kept = remembered() !== null;
  /** The finding for which a reason is asked. */
  waiving: FindingView | null = null;
  parts: SettingsParts | null = null;

  constructor(private readonly host: SaidHost) {}

  get given(): Given {
    return { ...this.own, waivers: waiversHere() };
  }

  /** Whether there is anything to tell the engine. */
  get says(): boolean {
    const { published, deadline, rules, waivers } = this.given;
    return Boolean(published || deadline || waivers?.length || Object.keys(rules ?? {}).length);
  }

  /** The day is that of one report; the rest is that of the place. */
  forgetDay(): void {
    const { published: _, ...lasting } = this.own;
    this.own = lasting;
  }

  give(what: Given): void {
    this.own = { ...this.own, ...what };
    if (what.waivers) letStand(what.waivers);
    if (this.kept) remember(this.given);
    this.host.gave(this.given, what);
  }

  /** What is remembered may be of another version. */
  dropUnknown(isKnown: (rule: string) => boolean): void {
    const set = Object.entries(this.given.rules ?? {});
    const known = set.filter(([id]) => isKnown(id));
    if (known.length < set.length) this.give({ rules: Object.fromEntries(known) });
  }

  /** What was let stand is listed, whether or not anybody opened the settings. */
  answered({ waived, expired }: Report): void {
    if (waived.length || expired.length) void this.need();
  }

  /** Loads the fields and windows; says whether they are there. */
  readonly need = async (): Promise<boolean> => {
    if (this.parts) return true;
    try {
      const { settings } = await import('./paint/settings');
      this.parts = settings;
      this.host.draw();
    } catch {
      this.host.draw(W.PART_NOT_LOADED);
    }
    return this.parts !== null;
  };

  readonly waive = async (finding: FindingView): Promise<void> => {
    if (!(await this.need())) return;
    this.waiving = finding;
    this.host.draw();
    this.dialog().showModal();
  };

  readonly restore = (waiver: Waiver): void => this.give({ waivers: this.others(waiver) });

  /** A reason was given, or none. */
  readonly waived = (reason: string | null): void => {
    const { waiving, parts } = this;
    const report = this.host.report();
    this.waiving = null;
    this.dialog().close();
    if (waiving && reason && report && parts) {
      const waiver = parts.waiverOf(report, waiving, reason);
      this.give({ waivers: [...this.others(waiver), waiver] });
      this.host.root.querySelector<HTMLElement>('#verdict')?.focus();
    }
    this.host.draw();
  };

  readonly exportWaivers = (): void => this.parts?.download(this.given.waivers ?? []);

  readonly importWaivers = async ({ target }: Event): Promise<void> => {
    const input = target as HTMLInputElement;
    const text = await input.files?.[0]?.text().catch(() => '');
    input.value = '';
    const waivers = this.parts?.waiversOf(text ?? '');
    if (waivers) this.give({ waivers: waivers.reduce<Waiver[]>((all, one) => [...all.filter((other) => !isSame(one, other)), one], this.given.waivers ?? []) });
    this.host.draw(waivers ? W.imported(waivers.length) : W.NOT_WAIVERS);
  };

  /** Whether it is kept now. */
  readonly keep = (kept: boolean): boolean => {
    const done = remember(kept ? this.given : null);
    this.kept = kept && done;
    this.host.draw(done ? (kept ? null : W.FORGOTTEN) : W.NOT_KEPT);
    return this.kept;
  };

  private others(waiver: Waiver): Waiver[] {
    return (this.given.waivers ?? []).filter((one) => !isSame(one, waiver));
  }

  private dialog(): HTMLDialogElement {
    return this.host.root.querySelector<HTMLDialogElement>('#waive')!;
  }
}
