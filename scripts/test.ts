// `npm test`: runs every check of the repository. The last line is the total of passed and failed checks.

import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { ensureBrowser } from './install-browser.ts';
import { runTool } from './run-tool.ts';

interface Tally {
  passed: number;
  failed: number;
}

const folder = 'test-results';
const unitResults = `${folder}/vitest.json`;
const endToEndResults = `${folder}/playwright.json`;

const steps: { name: string; run: () => Promise<Tally> }[] = [
  { name: 'Lint', run: () => runStep('@biomejs/biome', ['ci', '.']) },
  { name: 'Types', run: () => runStep('typescript', ['--noEmit']) },
  { name: 'Unused exports', run: () => runStep('knip', []) },
  { name: 'Unit tests', run: unitTests },
  { name: 'Build for Chrome', run: () => runStep('vite', ['build', '--mode', 'chrome']) },
  { name: 'Build for Firefox', run: () => runStep('vite', ['build', '--mode', 'firefox']) },
  { name: 'Build the recorder', run: () => runStep('vite', ['build', '--mode', 'recorder']) },
  { name: 'Packages', run: () => runStep('tsx', ['scripts/package.ts']) },
  { name: 'End-to-end tests', run: endToEndTests },
];

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
const sum: Tally = { passed: 0, failed: 0 };
for (const { name, run } of steps) {
  console.log(`\n== ${name}`);
  const { passed, failed } = await run().catch((error: Error) => {
    console.error(error.message);
    return { passed: 0, failed: 1 };
  });
  console.log(`-- ${name}: ${passed} passed, ${failed} failed`);
  sum.passed += passed;
  sum.failed += failed;
}
process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0;
console.log(`\n${sum.passed} passed, ${sum.failed} failed`);

async function runStep(packageName: string, args: string[]): Promise<Tally> {
  return (await runTool(packageName, args)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function unitTests(): Promise<Tally> {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${unitResults}`];
  const code = await runTool('vitest', ['run', ...reporters]);
  const results = readJson(unitResults);
  return tally(code, results?.numPassedTests, results?.numFailedTests);
}

async function endToEndTests(): Promise<Tally> {
  for (const name of ['chromium', 'firefox'] as const) console.log(`${name}: ${(await ensureBrowser(name)).path}`);
  const code = await runTool('playwright', ['test', '--config', 'e2e/playwright.config.ts']);
  const stats = readJson(endToEndResults)?.stats;
  return tally(code, stats?.expected, stats && stats.unexpected + stats.flaky);
}

function readJson(path: string) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}

/** A step that fails without a failed test, for example because a file doesn't load, counts as one failure. */
function tally(code: number, passed = 0, failed = 0): Tally {
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
}
