// The gate before publishing: one question, one answer. Fails closed: what could not be read or told does not pass.

import { adapt, attachedTo } from './editors/attach';
import type { Editor } from './editors/adapter';
import { judge, type GateOptions, type GateResult } from './judge';
import { sharedChecker } from './shared-checker';
import type { HostBlocks } from './types';

/** Asks the engine about HTML, a host's blocks, an editor, or what `attach` gave. */
export async function gate(content: string | HostBlocks | Editor, options: GateOptions = {}): Promise<GateResult> {
  const isContent = typeof content === 'string' || Array.isArray(content);
  const source = isContent ? content : typeof content.html === 'function' && content.adapter ? content.html() : htmlOf(content);
  return judge(await sharedChecker().check({ source, name: 'gate.html' }), options);
}

const htmlOf = (editor: Editor): string => (attachedTo(editor)?.adapter ?? adapt(editor)).html();
