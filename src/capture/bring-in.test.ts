import { expect, test } from 'vitest';
import type { BringInOutcome } from '../core/bring-in.ts';
import { harEntry } from '../testing/har-entry.ts';
import { createBringIn } from './bring-in.ts';
import { createLog } from './log.ts';

const root = 'https://api.xero.com/projects.xro/2.0';

test('brings the calls of a file into the log, and tells what became of all its entries', async () => {
  const { log, bring } = inspector();
  const [outcome] = await bring(
    har([
      entryAt(3, '/Projects', 200),
      entryAt(1, '/ProjectsUsers', 400),
      harEntry({ url: 'https://cdn.example/a.js' }),
      { request: {} },
    ]),
  );
  expect(log.exchanges.map(({ request }) => request.url)).toEqual([`${root}/ProjectsUsers`, `${root}/Projects`]);
  expect(outcome).toMatchObject({ kind: 'har', name: 'a.har', added: 2, held: 0, others: 1, wasEmpty: true });
  expect(outcome).toMatchObject({ problems: [{ index: 3 }], telling: log.exchanges[0]?.id });
});

test('leaves out what the log holds already, as often as it holds it', async () => {
  const { log, bring } = inspector();
  const twice = [entryAt(1, '/Projects', 200), entryAt(1, '/Projects', 200)];
  await bring(har(twice));
  expect(await bring(har([...twice, ...twice, entryAt(2, '/Projects', 200)]))).toMatchObject([{ added: 3, held: 2 }]);
  expect(log.exchanges).toHaveLength(5);
});

test('reads several files one after the other, as one round', async () => {
  const { bring } = inspector();
  const outcomes = await bring(har([entryAt(1, '/Projects', 200)]), 'no HAR');
  expect(outcomes).toMatchObject([
    { kind: 'har', added: 1, round: 1 },
    { kind: 'har', added: 0, problems: [{ index: undefined }], round: 1 },
  ]);
});

test('cancelled, it puts nothing into the log, of what waits neither, and says so of each', async () => {
  const { log, bringIn, ended } = inspector();
  bringIn.file(new Blob([har([entryAt(1, '/Projects', 200)])]), 'a.har');
  bringIn.file(new Blob(['']), 'b.har');
  bringIn.cancel();
  expect(await ended(2)).toMatchObject([
    { kind: 'cancelled', name: 'b.har' },
    { kind: 'cancelled', name: 'a.har' },
  ]);
  expect(bringIn.now).toBeUndefined();
  expect(log.exchanges).toEqual([]);
});

test('knows a HAR that is pasted from a response that is', async () => {
  const { log, bringIn, ended } = inspector();
  bringIn.text(har([entryAt(1, '/Projects', 200)]));
  bringIn.text('{"items":[],"entries":2}');
  expect(await ended(2)).toMatchObject([
    { kind: 'har', added: 1 },
    { kind: 'response', hasRequest: false, hasStatus: false },
  ]);
  expect(log.exchanges).toHaveLength(2);
});

test('names what may be for Xero Projects where nothing is', async () => {
  const { bring } = inspector();
  const proxied = harEntry({ url: 'https://app.example/api/tasks?q=1', requestHeaders: { 'Xero-Tenant-Id': 'x' } });
  expect(await bring(har([proxied, harEntry({ url: 'https://login.xero.com/projects' })]))).toMatchObject([
    { added: 0, others: 2, maybe: ['https://app.example/api/tasks'] },
  ]);
});

function inspector() {
  const log = createLog();
  const bringIn = createBringIn(log, () => []);
  const ended = (count: number) =>
    new Promise<readonly BringInOutcome[]>((resolve) => {
      const outcomes: BringInOutcome[] = [];
      const end = bringIn.subscribe(() => {
        outcomes.push(...bringIn.takeOutcomes());
        if (outcomes.length < count) return;
        end();
        resolve(outcomes);
      });
    });
  const bring = (...files: readonly string[]) => {
    const outcomes = ended(files.length);
    for (const each of files) bringIn.file(new Blob([each]), 'a.har');
    return outcomes;
  };
  return { log, bringIn, bring, ended };
}

function entryAt(second: number, path: string, status: number) {
  return harEntry({ url: `${root}${path}`, status, startedDateTime: `2026-11-22T14:02:0${second}.000Z` });
}

function har(entries: readonly unknown[]): string {
  return JSON.stringify({ log: { version: '1.2', entries } });
}
