// The file of the engine that reads every format, which the build makes.

import type { EngineFile } from '../protocol';

export const engine: EngineFile;
