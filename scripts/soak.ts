// `npm run soak`: what the product survives, in large numbers. `npm run soak -- log` runs one part. SOAK_SHARE=0.1 runs a tenth.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTool } from './run-tool.ts';

const folder = mkdtempSync(join(tmpdir(), 'xero-soak-'));
const figures = join(folder, 'figures.txt');
const parts = process.argv.slice(2);
const files = parts.length === 0 ? ['e2e/soak'] : parts.map((part) => `e2e/soak/${part}`);
const env = { SOAK_SHARE: process.env.SOAK_SHARE ?? '1', SOAK_FIGURES: figures };
process.exitCode = await runTool('vitest', ['run', '--testTimeout=0', ...files], env);
try {
  console.log(`\n${readFileSync(figures, 'utf8')}`);
} catch {
  console.log('\nNo part has ended, so there are no figures.');
}
rmSync(folder, { recursive: true });
