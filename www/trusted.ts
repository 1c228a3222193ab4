// The one gate to what a browser would run: markup and addresses of scripts. Where a page demands trusted types it is the
// policy `gouji`; what passes is the same everywhere. Lit's templates go through it too (vite.config.ts).

/** Its methods, with the types that it has where there are no trusted types. */
export interface Trusted {
  /** For lit's own templates, for what is parsed and never shown, and for pages that the engine made. */
  createHTML(text: string): string;
  /** Our worker, and the scripts beside this one. */
  createScriptURL(url: string): string;
}

const rules: Trusted = {
  createHTML: (text) => text,
  createScriptURL(url) {
    if (/^blob:|\/gouji-[a-z-]+\.js$/.test(url)) return url;
    throw new TypeError(url);
  },
};

function policy(): Trusted | undefined {
  try {
    return (globalThis as { trustedTypes?: { createPolicy(name: string, rules: Trusted): Trusted } }).trustedTypes?.createPolicy('gouji', rules);
  } catch (error) {
    console.error("gouji: this page's Content-Security-Policy must say: trusted-types gouji", error);
    return undefined;
  }
}

export const trusted = policy() ?? rules;
