// The package's module for browsers.

import { useEngines } from '../shared-checker';
import { engines } from './engines';

useEngines(engines);

export * from '../api';
