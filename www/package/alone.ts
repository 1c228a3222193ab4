// What the package's modules for one editor are made of; vite.config.ts makes one for each.

import type { Kind } from '../editors/adapter';
import { forKinds, type Host } from '../editors/attach';
import { useEngines } from '../shared-checker';
import { engines } from './engines';

export function alone(kind: Kind): Host {
  useEngines(engines);
  return forKinds([kind]);
}
