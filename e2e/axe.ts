// Checks what the panel currently shows with axe-core.

import axe from 'axe-core';
import type { PanelPage } from './panel-page.ts';

/** `all`: axe-core's default rules; `colours`: the rules that a theme can break. */
export type Rules = 'all' | 'colours';

/** One line per violation: the rule, the element's selector and a summary. */
export async function findViolations(panel: PanelPage, rules: Rules = 'all'): Promise<string[]> {
  const isLoaded = await panel.evaluate((document) => 'axe' in (document.defaultView as object));
  // Passed as a function: the panel's CSP forbids `eval`, but the driver may evaluate.
  if (!isLoaded) await panel.evaluate(new Function(`${axe.source}; return true`) as () => boolean);
  return panel.evaluate(run, rules);
}

async function run(document: Document, rules: Rules): Promise<string[]> {
  const { axe } = document.defaultView as unknown as { axe: typeof import('axe-core') };
  // During a colour transition the contrast is not the final one.
  await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
  const { violations } = await axe.run(document, {
    resultTypes: ['violations'],
    ...(rules === 'colours' ? { runOnly: ['color-contrast', 'link-in-text-block'] } : {}),
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary = '' }) => `${id}: ${target.join(' ')}: ${failureSummary.replace(/\s+/g, ' ')}`,
    ),
  );
}
