// The recorder as a package: packed, installed, and named on the command line.

import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtRecorder } from './built-recorder.ts';
import { type RawServer, startRawServer } from './raw-server.ts';

const run = promisify(execFile);
const app = mkdtempSync(join(tmpdir(), 'recorder-installed-'));
let xero: RawServer;

beforeAll(async () => {
  xero = await startRawServer();
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', app], { cwd: await builtRecorder() });
  const [{ filename, files }] = JSON.parse(stdout);
  expect(files.map(({ path }: { path: string }) => path).sort()).toEqual([
    ...['LICENSE', 'README.md', 'index.d.ts', 'index.mjs', 'package.json'],
  ]);
  writeFileSync(join(app, 'package.json'), '{ "name": "timesheets" }');
  await run('npm', ['install', '--offline', '--no-audit', '--no-fund', `./${filename}`], { cwd: app });
}, 60_000);
afterAll(async () => {
  await xero?.close();
  rmSync(app, { recursive: true });
});

test('has no dependencies, and runs on Node 18.19', () => {
  const folder = join(app, 'node_modules/xero-projects-recorder');
  const { dependencies, engines } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  expect({ dependencies, engines }).toEqual({ dependencies: undefined, engines: { node: '>=18.19' } });
  const imports = readFileSync(join(folder, 'index.mjs'), 'utf8').matchAll(/^import .* from "([^"]*)";$/gm);
  for (const [, name] of imports) expect(name).toMatch(/^node:/);
});

test.each([
  ['a CommonJS app', 'app.cjs', "require('node:http')"],
  ['an ES module', 'app.mjs', "await import('node:http')"],
])('records %s, whose name it takes from package.json', async (_, file, http) => {
  const folder = join(app, file.replace('.', '-'));
  mkdirSync(folder);
  writeFileSync(
    join(app, file),
    `(async () => { const { get } = ${http}; get('${xero.url}/json', (each) => each.resume()); })();`,
  );
  const har = join(folder, 'xero.har');
  const env = { ...process.env, XERO_RECORDER_HAR: har };
  const { stderr } = await run(process.execPath, ['--import', 'xero-projects-recorder', file], { cwd: app, env });
  expect(stderr).toBe(`Recording Xero requests in ${har} and for the panel.\n`);
  const [entry] = JSON.parse(readFileSync(har, 'utf8')).log.entries;
  // Like a job: no request to the server caused it.
  expect(entry._xeroServer).toEqual({ sequence: 1, app: 'timesheets' });
});

test('loaded twice, it records each request once', async () => {
  const har = join(app, 'twice.har');
  const env = { ...process.env, XERO_RECORDER_HAR: har, NODE_OPTIONS: '--import xero-projects-recorder' };
  const args = ['--import', join(await builtRecorder(), 'index.mjs'), 'app.mjs'];
  const { stderr } = await run(process.execPath, args, { cwd: app, env });
  expect(stderr.match(/Recording/g)).toHaveLength(1);
  expect(JSON.parse(readFileSync(har, 'utf8')).log.entries).toHaveLength(1);
});
