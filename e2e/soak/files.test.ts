// Damaged HAR files of real tools: never an exception, never a hang, and whole entries are imported.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { importHar } from '../../src/import/import-har.ts';
import { randomFrom } from '../simulation/random.ts';
import { damage } from './damage.ts';
import { reportFigure, soakRuns } from './soak-scale.ts';

const files = ['chromium', 'chromium-sanitized', 'firefox', 'mitmproxy'].map((name) =>
  readFileSync(new URL(`../har/${name}.har`, import.meta.url), 'utf8'),
);
/** CPU time for each MB; a smaller file counts as one MB. */
const HANG_MS = 1_000;

test('ten thousand damaged files are imported without an exception or a hang', async () => {
  const runs = soakRuns(10_000, 40);
  const random = randomFrom(2);
  let [slowest, exchanges] = [0, 0];
  for (let i = 0; i < runs; i++) {
    const damaged = damage(files[i % files.length] ?? '', random);
    const start = process.cpuUsage();
    const imported = await importHar(damaged);
    const { user, system } = process.cpuUsage(start);
    slowest = Math.max(slowest, (user + system) / 1_000 / Math.max(damaged.length / 1e6, 1));
    exchanges += imported.exchanges.length;
  }
  expect(slowest).toBeLessThan(HANG_MS);
  reportFigure('Damaged HAR files', `${runs}, ${exchanges} requests imported, slowest ${Math.round(slowest)} ms/MB`);
}, 0);

test('a file that is cut off keeps all entries before the cut', async () => {
  const runs = soakRuns(1_000, 20);
  const random = randomFrom(3);
  for (let i = 0; i < runs; i++) {
    const text = files[i % files.length] ?? '';
    const { log } = JSON.parse(text);
    const ends = endsOfEntries(text);
    const wholeEntries = Math.floor(random() * (ends.length + 1));
    const cut = text.slice(0, (ends[wholeEntries - 1] ?? text.indexOf('"entries"')) + 1);
    const expected = await importHar(JSON.stringify({ log: { ...log, entries: log.entries.slice(0, wholeEntries) } }));
    const imported = await importHar(cut);
    expect(
      imported.exchanges.map(({ request }) => request),
      `run ${i}`,
    ).toEqual(expected.exchanges.map(({ request }) => request));
  }
  reportFigure('Files cut off', `${runs}, every whole entry imported`);
}, 0);

/** The positions of the last characters of the entries. */
function endsOfEntries(text: string): number[] {
  const ends: number[] = [];
  let [depth, isString] = [0, false];
  for (let at = text.indexOf('[', text.indexOf('"entries"')) + 1; at < text.length; at++) {
    const each = text[at];
    if (isString) {
      if (each === '\\') at++;
      else if (each === '"') isString = false;
    } else if (each === '"') isString = true;
    else if (each === '{' || each === '[') depth++;
    else if (each === '}' || each === ']') {
      if (depth === 0) return ends;
      depth--;
      if (depth === 0) ends.push(at);
    }
  }
  return ends;
}
