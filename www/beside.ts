// What comes only when it is needed, from beside the script that asks for it: the engine that reads every format, the
// pages of the rules, and parts of the page. They are classic scripts, because a page from file:// and a policy without connections load no
// other kind.

import { html, nothing, render } from 'lit-html';

import { engineFile } from './checker';
import type { EngineFile, Engines, RulePages } from './protocol';
import { trusted } from './trusted';

/** Known only while the script itself is started. A script inside of its page has no address, and nothing beside it. */
const own = (document.currentScript as HTMLScriptElement | null)?.src ?? '';

/** The engines of a classic script: the first one from where it is given, the rest from beside the script. */
export function enginesBeside(first: () => Promise<EngineFile> = engineFile): Engines {
  return {
    first,
    full: own ? () => load<EngineFile>('gouji-full-engine.js', 'goujiFullEngine') : undefined,
    plain: own ? () => load<EngineFile>('gouji-plain-engine.js', 'goujiPlainEngine') : undefined,
    pages: () => load<RulePages>('gouji-rules.js', 'goujiRules'),
  };
}

const pieces = new Map<string, unknown>();

/**
 * A part of the page, which the build puts in place of an `import()`: `gouji-NAME.js`, or in a single file what stands in
 * the page. It draws with the page's own lit, and makes markup by the page's own policy.
 */
export async function piece(name: string): Promise<unknown> {
  const global = `gouji-${name}`.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const make = await load<(lit: object) => unknown>(`gouji-${name}.js`, global);
  const made = pieces.get(name) ?? make({ html, nothing, render, trusted });
  pieces.set(name, made);
  return made;
}

/** The folder of the site that holds the pages of the rules; a single file has none. */
export const bookBeside = (): string | null => (own ? new URL('rules/', own).href : null);

const loads = new Map<string, Promise<unknown>>();

/** What a script leaves in a global variable, which is taken away again. Loaded once; after a failure, again. */
function load<T>(file: string, name: string): Promise<T> {
  const loaded = loads.get(file) ?? loadScript(file, name);
  loads.set(file, loaded);
  loaded.catch(() => loads.delete(file));
  return loaded as Promise<T>;
}

function loadScript(file: string, name: string): Promise<unknown> {
  const globals = globalThis as unknown as Record<string, unknown>;
  const absent = new Error(`${file} did not load`);
  if (!own) return globals[name] ? Promise.resolve(globals[name]) : Promise.reject(absent);
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    const end = (): void => {
      script.remove();
      const left = globals[name];
      delete globals[name];
      if (left) resolve(left);
      else reject(absent);
    };
    script.onload = script.onerror = end;
    script.src = trusted.createScriptURL(new URL(file, own).href);
    document.head.append(script);
  });
}
