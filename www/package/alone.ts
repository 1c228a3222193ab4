// What the package's modules for one editor are made of; vite.config.ts makes one for each.

import type { Kind } from '../editors/adapter';
import { forKinds, type Host } from '../editors/attach';
import { useEngine } from '../shared-checker';
import { engineFile } from './engine-file';

export function alone(kind: Kind): Host {
  useEngine(engineFile);
  return forKinds([kind]);
}
