// Registers <gouji-check>.

import { GoujiCheck } from './check-element';

export type { GoujiCheckElement, GoujiReportEvent } from './element';

const NAME = 'gouji-check';

/** Registers the element. Doing it twice, or beside another version, does no harm: the first registration stays. */
export function defineGoujiCheck(): void {
  if (!customElements.get(NAME)) customElements.define(NAME, GoujiCheck);
}
