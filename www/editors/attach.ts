// gouji.attach(editor): finds out what kind of editor it is given.

import type { Editor, Kind } from './adapter';
import { Attached, type AttachOptions } from './attached';
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

const KINDS: Kind[] = [tinymce, ckeditor5, ckeditor4, ueditor, kindeditor, wangeditor5, wangeditor4, quill, textarea, editable];

const attached = new WeakMap<object, Attached>();

/** Puts the button into an editor; a second call gives what the first gave. */
export function attach(editor: Editor, options: AttachOptions = {}): Attached {
  const before = attachedTo(editor);
  if (before) return before;
  const made = new Attached(adapt(editor), options);
  attached.set(editor, made);
  return made;
}

export const attachedTo = (editor: Editor): Attached | undefined => attached.get(editor);

export function adapt(editor: Editor): ReturnType<Kind['adapt']> {
  const kind = KINDS.find(({ fits }) => fits(editor));
  if (!kind) throw new TypeError('gouji: this is no editor that gouji knows; give it the instance, an editable element or a textarea');
  return kind.adapt(editor);
}
