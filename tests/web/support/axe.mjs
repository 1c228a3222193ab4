// What axe finds in a page, in its elements too.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** The rules that look at colours; they take most of the time. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block'];

/** Only the rules on colours, only the others, or all of them; those on good practice are true of a whole page. */
export async function violations(page, { only, practice = false } = {}) {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
  return page.evaluate(async ({ tags, ofColour, only }) => {
    const options = only === 'colour'
      ? { runOnly: { type: 'rule', values: ofColour } }
      : { runOnly: { type: 'tag', values: tags }, rules: Object.fromEntries(ofColour.map((rule) => [rule, { enabled: only !== 'layout' }])) };
    const { violations } = await globalThis.axe.run(document, { ...options, resultTypes: ['violations'], preload: false });
    return violations.map(({ id, nodes }) => ({ id, nodes: nodes.slice(0, 3).map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary}`) }));
  }, { tags: practice ? [...TAGS, 'best-practice'] : TAGS, ofColour: OF_COLOUR, only });
}
