// `npm run fuzz`: the fuzz tests with 10,000 cases each, or `FUZZ_RUNS`. `npm run fuzz -- copy-formats.fuzz` runs those of one file.

import { runTool } from './run-tool.ts';

const args = process.argv.slice(2);
const files = args.length === 0 ? ['.fuzz.test.'] : args;
const env = { FUZZ_RUNS: process.env.FUZZ_RUNS ?? '10000' };
process.exitCode = await runTool('vitest', ['run', '--testTimeout=0', ...files], env);
