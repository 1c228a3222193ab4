// The package's module that registers <gouji-check>.

import { defineGoujiCheck } from './index';

defineGoujiCheck();

export type { GoujiCheckElement, GoujiReportEvent } from '../element';
