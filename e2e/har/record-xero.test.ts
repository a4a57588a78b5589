// Runs examples/record-xero.mjs in Node servers and imports the HAR that it writes.

import { execFile } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { diagnose } from '../../src/core/diagnose/diagnose.ts';
import { importHar } from '../../src/import/import-har.ts';
import { judgementsOf } from '../../src/testing/logs.ts';
import { startXero, type Xero } from '../fake-xero/server/server.ts';
import { runNode } from './run-node.ts';
import { traffic } from './traffic.ts';

let xero: Xero;
const cwd = mkdtempSync(join(tmpdir(), 'record-xero-'));
beforeAll(async () => {
  xero = await startXero();
});
afterAll(async () => {
  await xero.close();
  rmSync(cwd, { recursive: true, force: true });
});

const recorder = fileURLToPath(new URL('../../examples/record-xero.mjs', import.meta.url));

describe.each([['xero-node'], ['axios'], ['fetch']] as const)('record-xero.mjs in a server that uses %s', (by) => {
  test('writes a HAR with every exchange and without tokens', async () => {
    const token = await runNode(xero, {
      api: `http://127.0.0.1:${xero.appPort}/projects.xro/2.0`,
      by,
      options: ['--import', recorder],
      cwd,
    });
    const har = readFileSync(join(cwd, 'xero.har'), 'utf8');
    const methods = JSON.parse(har).log.entries.map(({ request }: { request: { method: string } }) => request.method);
    expect(methods).toEqual(traffic.map(({ method }) => method));
    expect(har).not.toContain(token.split('.')[1]);
    expect(har).not.toContain('0123456789');
    const { exchanges, unrelated, problems } = await importHar(har);
    expect({ unrelated, problems }).toEqual({ unrelated: 0, problems: [] });
    expect(exchanges.map((each) => [each.match.operation, diagnose(each).id])).toEqual(
      traffic.map(({ operation, diagnosis }) => [operation, diagnosis]),
    );
    expect(JSON.stringify(judgementsOf(exchanges))).not.toContain('token-missing');
    expect(exchanges[2]?.request.body).toMatchObject({ kind: 'text', text: JSON.stringify(traffic[2]?.body) });
    xero.control.reset();
  }, 20_000);
});

describe('record-xero.mjs copied into an app', () => {
  const app = mkdtempSync(join(tmpdir(), 'record-xero-app-'));
  copyFileSync(recorder, join(app, 'record-xero.mjs'));
  symlinkSync(fileURLToPath(new URL('../../node_modules', import.meta.url)), join(app, 'node_modules'));
  afterAll(() => rmSync(app, { recursive: true, force: true }));

  const [required, imported] = [`const axios = require('axios');`, `import axios from 'axios';`];
  test.each([
    ['axios in an ES module, while it loads', 'app.mjs', imported, `axios.get(root + '/Projects')`],
    ['`axios.create()`', 'app.cjs', required, `axios.create({ baseURL: root }).get('/Projects')`],
    ['calling an instance as a function', 'app.cjs', required, `axios.create({ baseURL: root })({ url: '/Projects' })`],
    ['`create()` of an instance', 'app.cjs', required, `axios.create({ baseURL: root }).create().get('/Projects')`],
    ['`axios.create()` in an ES module', 'app.mjs', imported, `axios.create({ baseURL: root }).get('/Projects')`],
    ['`fetch` in an ES module', 'app.mjs', '', `fetch(root + '/Projects')`],
  ])(
    'records each request of %s once',
    async (_, file, head, call) => {
      const root = `http://127.0.0.1:${xero.appPort}/projects.xro/2.0`;
      // The request has no token: the response is a 401, for which axios rejects.
      writeFileSync(join(app, file), `${head}\nconst root = '${root}';\n${call}.catch(() => {});\n`);
      await promisify(execFile)(process.execPath, ['--import', './record-xero.mjs', file], { cwd: app });
      const { exchanges } = await importHar(readFileSync(join(app, 'xero.har'), 'utf8'));
      expect(exchanges.map(({ request, response }) => [request.url, response.status])).toEqual([
        [`${root}/Projects`, 401],
      ]);
      rmSync(join(app, 'xero.har'));
    },
    20_000,
  );
});
