// The package's module for browsers. The engine is a file of its own, which comes when it is first asked.

import { useEngine } from '../shared-checker';

useEngine(() => import('./engine.js').then(({ engine }) => engine));

export * from '../api';
