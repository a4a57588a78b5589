// Runs examples/record-xero.mjs in Node servers and imports the HAR that it writes.

import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
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

  /** Runs `code` as the app, recorded or not; returns what it prints. `root` is the API's base URL. */
  async function runApp(
    code: string,
    options: readonly string[],
    folder = app,
  ): Promise<{ stdout: string; stderr: string }> {
    const root = `http://127.0.0.1:${xero.appPort}/projects.xro/2.0`;
    writeFileSync(join(app, 'same.mjs'), `import axios from 'axios';\nconst root = '${root}';\n${code}`);
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [...options, join(app, 'same.mjs')], {
      cwd: folder,
    });
    return { stdout, stderr };
  }

  const importRecorder = ['--import', join(app, 'record-xero.mjs')];
  const accept = 'validateStatus: () => true';

  test.each([
    ['a stream', `const { data } = await axios.get(root + '/Projects', { responseType: 'stream', ${accept} });`, ''],
    [
      'bytes',
      `const { data } = await axios.get(root + '/Projects', { responseType: 'arraybuffer', ${accept} });`,
      'text',
    ],
    ['a stream of `fetch`', `const data = (await fetch(root + '/Projects')).body;`, 'text'],
  ])(
    'leaves %s to the app as it is',
    async (_, get, recorded) => {
      const code = `${get}\nlet text = ''; for await (const part of Buffer.isBuffer(data) ? [data] : data) text += Buffer.from(part);\nconsole.log(text);`;
      const plain = await runApp(code, []);
      expect(plain.stdout).toContain('Unauthorized');
      const { stdout } = await runApp(code, importRecorder);
      // Each response has an ID of its own.
      const withoutId = (text: string) => text.replace(/[\da-f]{8}-[\da-f-]{27}/gi, '');
      expect(withoutId(stdout)).toBe(withoutId(plain.stdout));
      const [entry] = JSON.parse(readFileSync(join(app, 'xero.har'), 'utf8')).log.entries;
      expect(entry.response.content.text.includes('Unauthorized')).toBe(recorded === 'text');
      rmSync(join(app, 'xero.har'));
    },
    20_000,
  );

  test('hands a response to the app before its body has ended', async () => {
    const code = `import { createServer } from 'node:http';
      let end; const server = createServer((_, response) => { response.write('first '); end = () => response.end('last'); });
      await new Promise((done) => server.listen(0, '127.0.0.1', done));
      const response = await fetch('http://127.0.0.1:' + server.address().port + '/projects.xro/2.0/Projects');
      console.log('got', response.status); end(); console.log(await response.text()); server.closeAllConnections(); server.close();`;
    const { stdout } = await runApp(code, importRecorder);
    expect(stdout).toBe('got 200\nfirst last\n');
    expect(readFileSync(join(app, 'xero.har'), 'utf8')).toContain('first last');
    rmSync(join(app, 'xero.har'));
  }, 20_000);

  test('says once that it can’t write its file, and the app’s requests work', async () => {
    const folder = join(app, 'folder');
    // A folder of that name: nobody can write the file, not even root.
    mkdirSync(join(folder, 'xero.har'), { recursive: true });
    const code = `for (const each of [1, 2]) console.log((await axios.get(root + '/Projects', { ${accept} })).status);`;
    const { stdout, stderr } = await runApp(code, importRecorder, folder);
    expect(stdout).toBe('401\n401\n');
    expect(stderr.split('\n').filter((line) => line.includes('EISDIR'))).toHaveLength(1);
    expect(stderr).toContain('Recording Xero requests in xero.har');
  }, 20_000);
});
