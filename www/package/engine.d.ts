// The engine's file, which the build makes: its wasm as text, and everything that runs beside it.

import type { EngineFile } from '../protocol';

export const engine: EngineFile;
