// Looks over what the panel shows at the moment with axe-core.

import axe from 'axe-core';
import type { PanelPage } from './panel-page.ts';

/** `all`: every rule that axe-core runs of itself; `colours`: those that a theme may break. */
export type Rules = 'all' | 'colours';

/** One line for each element that breaks a rule: the rule, where the element is and what is wrong with it. */
export async function findViolations(panel: PanelPage, rules: Rules = 'all'): Promise<string[]> {
  const isThere = await panel.evaluate((document) => 'axe' in (document.defaultView as object));
  // As the text of a function: the panel's page may not `eval`, and need not where the driver does.
  if (!isThere) await panel.evaluate(new Function(`${axe.source}; return true`) as () => boolean);
  return panel.evaluate(run, rules);
}

async function run(document: Document, rules: Rules): Promise<string[]> {
  const { axe } = document.defaultView as unknown as { axe: typeof import('axe-core') };
  // Halfway between two colours, none has the contrast that it has in the end.
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
