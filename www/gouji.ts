// The classic script for host pages, the global `gouji`: engine, element, editors and gate in one file.

import { enginesBeside } from './beside';
import { defineGoujiCheck } from './define';
import type { EngineFile } from './protocol';
import { useEngines } from './shared-checker';

/** The build puts the engine around this script, so that it needs no global of its own. */
declare const goujiEngineFile: EngineFile;
useEngines(enginesBeside(() => Promise.resolve(goujiEngineFile)));
defineGoujiCheck();

export * from './api';
