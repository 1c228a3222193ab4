// The package's module for browsers.

import { useEngine } from '../shared-checker';
import { engineFile } from './engine-file';

useEngine(engineFile);

export * from '../api';
