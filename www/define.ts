// Registers <gouji-check>. Importing it twice, or beside another version, does no harm: the first registration stays.

import { GoujiCheck } from './check-element';

if (!customElements.get('gouji-check')) customElements.define('gouji-check', GoujiCheck);

declare global {
  interface HTMLElementTagNameMap {
    'gouji-check': GoujiCheck;
  }
}

export { GoujiCheck };
