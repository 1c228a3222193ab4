// The package's module that registers <gouji-check>.

import { defineGoujiCheck } from '../define';
import { useEngine } from '../shared-checker';
import { engineFile } from './engine-file';

useEngine(engineFile);
defineGoujiCheck();

export type { GoujiCheckElement, GoujiReportEvent } from '../element';
