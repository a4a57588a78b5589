// Measures opening a large body in the panel.

import { withTimeout } from '../drivers/wait-for.ts';
import type { BenchBrowser } from './bench-browser.ts';
import { observeLongTasks, observeRows, takeLongestTask, waitForBodies, waitForRows } from './page-scripts/panel.ts';
import { openBody } from './page-scripts/source-view.ts';
import { median } from './statistics.ts';
import { formatRuns, type Measure } from './table.ts';

/** `query` as the benchmark server takes it. */
const bodies = [
  { name: 'JSON of 1 MB', query: 'items=1400', repetitions: 5 },
  { name: 'JSON of 12 MB', query: 'items=16100', repetitions: 3 },
  { name: 'a 12 MB line', query: 'letters=12000000', repetitions: 3 },
] as const;

/** `browser` must be new, so that the first body loads the editor. */
export async function measureSourceView(browser: BenchBrowser): Promise<Measure[]> {
  await browser.chromium.openPanel();
  const first = await measureOpening(browser, bodies[0].query);
  const figure = { kind: 'figure', unit: 'ms' } as const;
  const noTask = { zeroText: '< 50', ...figure } as const;
  const measures: Measure[] = [
    { name: 'opening the first body: longest task', ours: first.taskMs, note: 'once', ...noTask },
  ];
  for (const { name, query, repetitions } of bodies) {
    const found = [];
    for (let i = 0; i < repetitions; i++) found.push(await measureOpening(browser, query));
    const tasks = found.map(({ taskMs }) => taskMs);
    const note = formatRuns(tasks);
    measures.push(
      { name: `opening ${name}: longest task`, ours: median(tasks), note, ...noTask },
      { name: `opening ${name}: time to render`, ours: median(found.map(({ shownMs }) => shownMs)), ...figure },
    );
  }
  return measures;
}

async function measureOpening({ chromium, panel, reset }: BenchBrowser, query: string) {
  await reset();
  await panel.evaluate(observeRows);
  await chromium.page.evaluate(
    async (_, path) => void (await (await fetch(path)).text()),
    `/projects.xro/2.0/Projects?${query}`,
  );
  await withTimeout('the row', panel.evaluate(waitForRows, 1), 60_000);
  await withTimeout('the body', panel.evaluate(waitForBodies), 60_000);
  await panel.evaluate(observeLongTasks);
  const shownMs = await withTimeout('the body to be rendered', panel.evaluate(openBody), 60_000);
  return { shownMs, taskMs: await panel.evaluate(takeLongestTask) };
}
