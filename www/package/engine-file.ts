// Where the package's modules have their engine: a file of its own, which comes when it is first asked.

import type { EngineFile } from '../protocol';

export const engineFile = (): Promise<EngineFile> => import('./engine.js').then(({ engine }) => engine);
