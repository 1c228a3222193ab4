// The window over the page in which a rule explains itself. The page of the rule is read when somebody asks for it.

import { html, nothing, type TemplateResult } from 'lit-html';

import { addressOfRule, rulePages } from '../shared-checker';
import type { Language, RuleWithPage } from '../types';
import * as W from '../words';

export interface RulePage {
  title: string;
  text: TemplateResult;
  /** Where the same page stands by itself. */
  address: string | null;
}

export async function readRule(rule: RuleWithPage | undefined, language: Language): Promise<RulePage | null> {
  if (!rule) return null;
  const say = W.sayIn(language);
  const page = rule.page || (await rulePages().catch(() => null))?.[rule.id] || say(W.RULE_NOT_LOADED);
  const { rulePage } = await import('./rule');
  return { title: say(rule.title), text: rulePage({ ...rule, page }, language), address: addressOfRule(rule.id) };
}

export function ruleDialog(say: W.Say, page: RulePage | null, closed: () => void): TemplateResult {
  return html`
    <dialog id="rule" aria-label=${page?.title ?? say(W.RULE_PAGE)} @close=${closed}>
      <form method="dialog"><button class="close">${say(W.CLOSE)}</button></form>
      ${page?.text ?? nothing}
      ${page?.address ? html`<p><a href=${page.address} target="_blank" rel="noopener">${say(W.RULE_ALONE)}</a></p>` : nothing}
    </dialog>`;
}

/** To be called once it is drawn. */
export function showRule(root: ShadowRoot): void {
  const dialog = root.querySelector<HTMLDialogElement>('#rule');
  if (dialog && !dialog.open) dialog.showModal();
}
