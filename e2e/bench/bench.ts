// `npm run bench`: measures ratios within one run and prints them with their targets; `-- size` runs one part.
// A missed target is a result, not a failure: the exit code only says whether the measurements succeeded.

import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTool } from '../../scripts/run-tool.ts';
import type { BrowserName } from '../drivers/browser.ts';
import { buildFolders } from '../drivers/launch.ts';
import { measureChartData, measureChartInDevTools } from './chart.ts';
import { measureCore } from './core.ts';
import { measureInDevTools, measureSourceInDevTools } from './devtools.ts';
import { measureInFirefox } from './firefox.ts';
import { measureImportCore, measureImportInDevTools } from './import.ts';
import { measureRecorder } from './recorder.ts';
import { measureScale } from './scale.ts';
import { measureServerRequests } from './server-requests.ts';
import { measureSize } from './size.ts';
import { type Measure, printTable } from './table.ts';

const baseline = fileURLToPath(new URL('baseline-extension', import.meta.url));

const parts: Record<string, () => Measure[] | Promise<Measure[]>> = {
  core: measureCore,
  browser: () => withBuild((folder) => measureInDevTools(folder, baseline)),
  firefox: () => withBuild((folder) => measureInFirefox(folder, baseline), 'firefox'),
  scale: () => withBuild(measureScale),
  source: () => withBuild(measureSourceInDevTools),
  chart: async () => [...measureChartData(), ...(await withBuild(measureChartInDevTools))],
  import: async () => [...(await measureImportCore()), ...(await withBuild(measureImportInDevTools))],
  recorder: measureRecorder,
  server: () => withBuild((folder) => measureServerRequests(folder, baseline)),
  size: () => withBuild(measureSize),
};

await bench(process.argv[2]).catch((error: Error) => {
  console.error(`\nnpm run bench failed: ${error.message}`);
  process.exitCode = 1;
});

async function bench(part: string | undefined): Promise<void> {
  const names = part === undefined ? Object.keys(parts) : [part];
  const measures: Measure[] = [];
  for (const name of names) {
    const measure = parts[name];
    if (measure === undefined) throw new Error(`there is no part ${name}; use ${Object.keys(parts).join(', ')}`);
    console.log(`Measuring: ${name}`);
    measures.push(...(await measure()));
  }
  printTable(measures);
}

/** Builds the extension of one browser and measures a copy, which concurrent builds can't change. */
async function withBuild<T>(
  measure: (folder: string) => T | Promise<T>,
  browser: BrowserName = 'chromium',
): Promise<T> {
  const built = buildFolders[browser];
  const code = await runTool('vite', ['build', '--mode', basename(built), '--logLevel', 'warn']);
  if (code !== 0) throw new Error('the extension could not be built, see above');
  const folder = await mkdtemp(join(tmpdir(), 'xero-bench-'));
  try {
    await cp(built, folder, { recursive: true });
    return await measure(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
