// The module of one editor, `gouji/editors/NAME`: `attach` and `gate` that know no other kind.

import type { Host } from '../editors/attach';

export const attach: Host['attach'];
export const gate: Host['gate'];
export type { AttachOptions, Attached } from '../editors/attached';
export type { GateOptions, GateResult } from '../judge';
