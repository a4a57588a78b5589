// `npm run fuzz`: the fuzz tests with 10,000 cases each, or `FUZZ_RUNS`. `npm run fuzz -- --dir src/core/copy` runs those of one folder.

import { runTool } from './run-tool.ts';

const env = { FUZZ_RUNS: process.env.FUZZ_RUNS ?? '10000' };
process.exitCode = await runTool('vitest', ['run', '.fuzz.test.', '--testTimeout=0', ...process.argv.slice(2)], env);
