// XERO_RECORDER_HAR: the file that the recorder also writes, for Node servers with each client.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { diagnose } from '../../src/core/diagnose/diagnose.ts';
import { importHar } from '../../src/import/import-har.ts';
import { harErrors } from '../../src/testing/har-schema.ts';
import { judgementsOf } from '../../src/testing/logs.ts';
import { startXero, type Xero } from '../fake-xero/server/server.ts';
import { runNode } from '../har/run-node.ts';
import { traffic } from '../har/traffic.ts';
import { builtRecorder } from './built-recorder.ts';
import { type AppOptions, runApp } from './run-app.ts';

let xero: Xero;
let recorder: string;
let root: string;
const folder = mkdtempSync(join(tmpdir(), 'recorder-har-'));
symlinkSync(fileURLToPath(new URL('../../node_modules', import.meta.url)), join(folder, 'node_modules'));
const file = join(folder, 'xero.har');
const env = { XERO_RECORDER_HAR: 'xero.har' };

beforeAll(async () => {
  xero = await startXero();
  root = `http://127.0.0.1:${xero.appPort}/projects.xro/2.0`;
  recorder = join(await builtRecorder(), 'index.mjs');
}, 60_000);
afterEach(() => rmSync(file, { force: true, recursive: true }));
afterAll(async () => {
  await xero.close();
  rmSync(folder, { recursive: true, force: true });
});

test.each([['xero-node'], ['axios'], ['fetch']] as const)(
  'has every exchange of a server that uses %s, and no secret',
  async (by) => {
    const options = { api: root, by, options: ['--import', recorder], cwd: folder, env };
    const token = await runNode(xero, options);
    const har = readFileSync(file, 'utf8');
    expect(harErrors(har)).toEqual([]);
    const methods = JSON.parse(har).log.entries.map(({ request }: { request: { method: string } }) => request.method);
    expect(methods).toEqual(traffic.map(({ method }) => method));
    const [header, payload, signature = ''] = token.split('.');
    expect(har).not.toContain(signature);
    expect(har).toContain(`Bearer ${header}.${payload}.`);
    expect(har).not.toContain('0123456789');
    const { exchanges, unrelated, problems } = await importHar(har);
    expect({ unrelated, problems }).toEqual({ unrelated: 0, problems: [] });
    expect(exchanges.map((each) => [each.match.operation, diagnose(each).id])).toEqual(
      traffic.map(({ operation, diagnosis }) => [operation, diagnosis]),
    );
    expect(JSON.stringify(judgementsOf(exchanges))).not.toContain('token-missing');
    expect(exchanges[2]?.request.body).toMatchObject({ kind: 'text', text: JSON.stringify(traffic[2]?.body) });
    xero.control.reset();
  },
);

/** Runs `code` as the app, with the API's base URL as `root`. */
function runCode(name: string, code: string, options: AppOptions = {}) {
  writeFileSync(join(folder, name), `const root = '${root}';\n${code}`);
  return runApp([join(folder, name)], { cwd: folder, env, ...options });
}

function recorded(): { request: { url: string }; response: { status: number; content: { text?: string } } }[] {
  return JSON.parse(readFileSync(file, 'utf8')).log.entries;
}

describe('an app', () => {
  const [required, imported] = [`const axios = require('axios');`, `import axios from 'axios';`];
  test.each([
    ['axios in an ES module, while it loads', 'app.mjs', imported, `axios.get(root + '/Projects')`],
    ['`axios.create()`', 'app.cjs', required, `axios.create({ baseURL: root }).get('/Projects')`],
    ['calling an instance as a function', 'app.cjs', required, `axios.create({ baseURL: root })({ url: '/Projects' })`],
    ['`create()` of an instance', 'app.cjs', required, `axios.create({ baseURL: root }).create().get('/Projects')`],
    ['`axios.create()` in an ES module', 'app.mjs', imported, `axios.create({ baseURL: root }).get('/Projects')`],
    ['`fetch` in an ES module', 'app.mjs', '', `fetch(root + '/Projects')`],
    [
      '`request` of `http`',
      'app.mjs',
      `import { get } from 'node:http';`,
      `get(root + '/Projects', (response) => response.resume())`,
    ],
  ])('has each request of %s once', async (_, name, head, code) => {
    // The request has no token: the response is a 401, for which axios rejects.
    await runCode(name, `${head}\n${code}.catch?.(() => {});\n`);
    expect(recorded().map(({ request, response }) => [request.url, response.status])).toEqual([
      [`${root}/Projects`, 401],
    ]);
  });
});

describe('the app gets', () => {
  const accept = 'validateStatus: () => true';
  test.each([
    ['a stream', `const { data } = await axios.get(root + '/Projects', { responseType: 'stream', ${accept} });`],
    ['bytes', `const { data } = await axios.get(root + '/Projects', { responseType: 'arraybuffer', ${accept} });`],
    ['a stream of `fetch`', `const data = (await fetch(root + '/Projects')).body;`],
  ])('%s as without the recorder, which has its text', async (_, get) => {
    const code = `import axios from 'axios';\n${get}\nlet text = ''; for await (const part of Buffer.isBuffer(data) ? [data] : data) text += Buffer.from(part);\nconsole.log(text);`;
    const plain = await runCode('same.mjs', code, { isRecorded: false });
    expect(plain.stdout).toContain('Unauthorized');
    const { stdout } = await runCode('same.mjs', code);
    // Each response has a different ID.
    const withoutId = (text: string) => text.replace(/[\da-f]{8}-[\da-f-]{27}/gi, '');
    expect(withoutId(stdout)).toBe(withoutId(plain.stdout));
    expect(recorded().map(({ response }) => response.content.text)).toEqual([expect.stringContaining('Unauthorized')]);
  });

  test('a response before its body has ended', async () => {
    const code = `import { createServer } from 'node:http';
      let end; const server = createServer((_, response) => { response.write('first '); end = () => response.end('last'); });
      await new Promise((done) => server.listen(0, '127.0.0.1', done));
      const response = await fetch('http://127.0.0.1:' + server.address().port + '/projects.xro/2.0/Projects');
      console.log('got', response.status); end(); console.log(await response.text()); server.closeAllConnections(); server.close();`;
    const { stdout } = await runCode('early.mjs', code);
    expect(stdout).toBe('got 200\nfirst last\n');
    expect(recorded()[0]?.response.content.text).toBe('first last');
  });
});

test('prints once that it can’t write the file, and the app’s requests work', async () => {
  // A folder has that name, so not even root can write the file.
  mkdirSync(file);
  const code = `for (const each of [1, 2]) console.log((await fetch(root + '/Projects')).status);`;
  const { stdout, stderr } = await runCode('broken.mjs', code);
  expect(stdout).toBe('401\n401\n');
  expect(stderr.split('\n').filter((line) => line.includes('EISDIR'))).toHaveLength(1);
  expect(stderr).toContain('Recording Xero requests in xero.har');
});
