// attach and gate, for the kinds of editors that a host has.

import { ask } from '../gate';
import type { GateOptions, GateResult } from '../judge';
import type { HostBlocks } from '../types';
import type { Adapter, Editor, Kind } from './adapter';
import { Attached, type AttachOptions } from './attached';

const attached = new WeakMap<object, Attached>();

export interface Host {
  /** Puts the button into an editor; a second call gives what the first gave. */
  attach(editor: Editor, options?: AttachOptions): Attached;
  /** Asks the engine about HTML, a host's blocks, an editor, or what `attach` gave, before it is published. */
  gate(content: string | HostBlocks | Editor, options?: GateOptions): Promise<GateResult>;
}

/** Knows an editor by these kinds and no others, so that a host with one editor need not load the rest. */
export function forKinds(kinds: readonly Kind[]): Host {
  const adapt = (editor: Editor): Adapter => {
    const kind = kinds.find(({ fits }) => fits(editor));
    if (!kind) throw new TypeError('gouji: this is no editor that gouji knows; give it the instance, an editable element or a textarea');
    return kind.adapt(editor);
  };
  return {
    attach(editor, options = {}) {
      const made = attached.get(editor) ?? new Attached(adapt(editor), options);
      attached.set(editor, made);
      return made;
    },
    async gate(content, options) {
      if (typeof content === 'string' || Array.isArray(content)) return ask(content, options);
      // What `attach` of another version on the page gave will do.
      const known = attached.get(content) ?? (content?.adapter ? content : adapt(content));
      return ask(known.html(), options);
    },
  };
}
