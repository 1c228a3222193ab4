// What a page with an editor uses of gouji.

export { attach } from './attach';
export { Attached, type AttachOptions } from './attached';
export type { Adapter, Cells, Kind, Spot } from './adapter';
export { gate } from '../gate';
export { judge, type GateOptions, type GateResult } from '../judge';
