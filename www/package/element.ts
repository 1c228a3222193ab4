// The package's module that registers <gouji-check>.

import { defineGoujiCheck } from '../define';
import { useEngines } from '../shared-checker';
import { engines } from './engines';

useEngines(engines);
defineGoujiCheck();

export type { GoujiCheckElement, GoujiReportEvent } from '../element';
