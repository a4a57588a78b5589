// Imports the cases that integrators met, and reads what the panel says about them.

import { expect, test } from './fixtures.ts';
import { clearQuickly, explainLast, type PanelPage, readOutcome, rowCount } from './panel-page.ts';
import { caseFile, type RealCase } from './real-cases/case-file.ts';
import recorded from './real-cases/cases.json' with { type: 'json' };
import { noticeVerdicts, verdicts } from './real-cases/verdicts.ts';
import { addMapping, resetSettings } from './settings-dialog.ts';

const cases = recorded as unknown as readonly RealCase[];

for (const { id, input } of cases) {
  const verdict = verdicts[id];
  if (verdict === undefined) continue;
  test(id, async ({ panel }) => {
    const { text, mappings } = caseFile(input);
    for (const mapping of mappings) await addMapping(panel, mapping);
    try {
      await clearQuickly(panel);
      await panel.locate('input[type=file]').chooseFile(`${id}.har`, text);
      await expect.poll(() => rowCount(panel)).toBeGreaterThan(0);
      const explanation = await explainLast(panel, await rowCount(panel));
      const { diagnosis, title, retry, seconds, findings = [], says = [], neverSays = [] } = verdict;
      expect(await readOutcome(explanation)).toEqual({
        diagnosis,
        retry,
        ...(seconds === undefined ? {} : { seconds }),
      });
      if (title !== undefined) await explanation.getByRole('heading', { name: title }).waitFor();
      const shown = { text: await explanation.text(), ids: await findingIds(panel) };
      for (const each of says) expect(shown.text).toMatch(each);
      for (const each of neverSays) expect(shown.text).not.toMatch(each);
      // Findings about several requests have a tab of their own.
      const missing = findings.filter((each) => !shown.ids.includes(each));
      if (missing.length > 0) {
        await panel.getByRole('tab', { name: 'Retries' }).click();
        await panel.locate(missing.map((each) => `[data-finding="${each}"]`).join()).waitFor();
      }
    } finally {
      if (mappings.length > 0) await resetSettings(panel);
    }
  });
}

for (const [id, { says, neverSays = [] }] of Object.entries(noticeVerdicts)) {
  test(`the notice on ${id}`, async ({ panel }) => {
    const { text } = caseFile((cases.find((each) => each.id === id) as RealCase).input);
    await clearQuickly(panel);
    await panel.locate('input[type=file]').chooseFile(`${id}.har`, text);
    await panel.locate('.notices').getByText(`${id}.har`).waitFor();
    const shown = await panel.locate('.notices').text();
    for (const each of says) expect(shown).toMatch(each);
    for (const each of neverSays) expect(shown).not.toMatch(each);
  });
}

/** The ids of the findings in the open tab. */
function findingIds(panel: PanelPage): Promise<string[]> {
  return panel.evaluate((document) => {
    const attributes = ['check', 'cause', 'finding', 'note'];
    return attributes.flatMap((name) =>
      [...document.querySelectorAll<HTMLElement>(`[data-${name}]`)].map(({ dataset }) => dataset[name] ?? ''),
    );
  });
}
