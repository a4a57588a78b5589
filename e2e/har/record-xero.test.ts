// Runs what README gives to those whose server calls Xero from Node, as it stands there, and imports what it writes.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importHar } from '../../src/capture/import-har.ts';
import { diagnose } from '../../src/core/diagnose.ts';
import { judgementsOf } from '../../src/testing/logs.ts';
import { startXero, type Xero } from '../xero/server.ts';
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

describe.each([['xero-node'], ['axios'], ['fetch']] as const)('record-xero.cjs in a server that calls by %s', (by) => {
  test('writes a HAR that tells of every call what was heard, and holds no token', async () => {
    const preload = fileURLToPath(new URL('../../examples/record-xero.cjs', import.meta.url));
    const token = await runNode(xero, {
      api: `http://127.0.0.1:${xero.appPort}/projects.xro/2.0`,
      by,
      options: ['--require', preload],
      cwd,
    });
    const har = readFileSync(join(cwd, 'xero.har'), 'utf8');
    expect(har).not.toContain(token.split('.')[1]);
    expect(har).not.toContain('0123456789');
    const { exchanges, others, problems } = await importHar(har);
    expect({ others, problems }).toEqual({ others: 0, problems: [] });
    expect(exchanges.map((each) => [each.recognition.operation, diagnose(each).id])).toEqual(
      traffic.map(({ operation, diagnosis }) => [operation, diagnosis]),
    );
    expect(JSON.stringify(judgementsOf(exchanges))).not.toContain('token-missing');
    expect(exchanges[2]?.request.body).toMatchObject({ kind: 'text', text: JSON.stringify(traffic[2]?.body) });
    xero.control.reset();
  }, 20_000);
});
