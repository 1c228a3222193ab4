// What a page with an editor uses of gouji: every kind of editor there is.

import { forKinds, type Host } from './attach';
import { ckeditor4 } from './ckeditor4';
import { ckeditor5 } from './ckeditor5';
import { editable } from './editable';
import { kindeditor } from './kindeditor';
import { quill } from './quill';
import { textarea } from './textarea';
import { tinymce } from './tinymce';
import { ueditor } from './ueditor';
import { wangeditor4 } from './wangeditor4';
import { wangeditor5 } from './wangeditor5';

const host = forKinds([tinymce, ckeditor5, ckeditor4, ueditor, kindeditor, wangeditor5, wangeditor4, quill, textarea, editable]);
export const attach: Host['attach'] = host.attach;
export const gate: Host['gate'] = host.gate;

export { Attached, type AttachOptions } from './attached';
export type { Adapter, Cells, Kind, Spot } from './adapter';
export { judge, type GateOptions, type GateResult } from '../judge';
