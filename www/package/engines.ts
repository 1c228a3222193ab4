// Where the package's modules have their engines: the first is a file of its own, which comes when it is first asked;
// that of the heavy formats is another, which comes when a file needs it.

import type { Engines } from '../protocol';

export const engines: Engines = {
  first: () => import('./engine.js').then(({ engine }) => engine),
  full: () => import('./full-engine.js').then(({ engine }) => engine),
};
