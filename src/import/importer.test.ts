import { expect, test, vi } from 'vitest';
import type { ImportOutcome } from '../core/model/importer.ts';
import { createLog } from '../log/create-log.ts';
import { harEntry } from '../testing/har-entry.ts';
import { createImporter } from './importer.ts';

const root = 'https://api.xero.com/projects.xro/2.0';

test('imports the requests of a file into the log, and reports the result for all its entries', async () => {
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
  expect(outcome).toMatchObject({ kind: 'har', name: 'a.har', added: 2, duplicates: 0, unrelated: 1, wasEmpty: true });
  expect(outcome).toMatchObject({ problems: [{ index: 3 }], revealId: log.exchanges[0]?.id });
});

test('skips duplicates of exchanges in the log, as many as there are', async () => {
  const { log, bring } = inspector();
  const twice = [entryAt(1, '/Projects', 200), entryAt(1, '/Projects', 200)];
  await bring(har(twice));
  expect(await bring(har([...twice, ...twice, entryAt(2, '/Projects', 200)]))).toMatchObject([
    { added: 3, duplicates: 2 },
  ]);
  expect(log.exchanges).toHaveLength(5);
});

test.each([
  ['cut off behind its entries', (text: string) => `${text.slice(0, -2)},"creator":{"version":"4.6","comm`],
  ['with a page behind it', (text: string) => `${text}\n<html>`],
  ['with another behind it that is cut off', (text: string) => text + text.slice(0, 12)],
])('imports the intact part of a file %s, and names the rest', async (_, broken) => {
  const { bring } = inspector();
  const whole = har([entryAt(1, '/Projects', 200), entryAt(2, '/Projects', 200)]);
  expect(await bring(broken(whole))).toMatchObject([
    { added: 2, problems: [{ index: undefined, why: 'What follows the entries is cut off, or no HAR.' }] },
  ]);
});

test('reads several files one after the other, as one batch', async () => {
  const { bring } = inspector();
  const outcomes = await bring(har([entryAt(1, '/Projects', 200)]), 'no HAR');
  expect(outcomes).toMatchObject([
    { kind: 'har', added: 1, batch: 1 },
    { kind: 'har', added: 0, problems: [{ index: undefined }], batch: 1 },
  ]);
});

test('when cancelled, adds nothing to the log, not from waiting files either, and reports so for each', async () => {
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

test('imports waiting files even if a listener throws', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {});
  const { log, bringIn, bring } = inspector();
  bringIn.subscribe(() => {
    throw new Error('broken');
  });
  await bring(har([entryAt(1, '/Projects', 200)]), har([entryAt(2, '/Projects', 200)]));
  expect(log.exchanges).toHaveLength(2);
  expect(said).toHaveBeenCalledWith(new Error('broken'));
  said.mockRestore();
});

test('distinguishes a pasted HAR from a pasted response', async () => {
  const { log, bringIn, ended } = inspector();
  bringIn.text(har([entryAt(1, '/Projects', 200)]));
  bringIn.text('{"items":[],"entries":2}');
  expect(await ended(2)).toMatchObject([
    { kind: 'har', added: 1 },
    { kind: 'response', hasRequest: false, hasStatus: false },
  ]);
  expect(log.exchanges).toHaveLength(2);
});

const oneEntry = entryAt(1, '/Projects', 200);
const pages = Array.from({ length: 2_000 }, (_, i) => ({
  id: `page_${i}`,
  title: 'https://app.example/a/long/address',
}));
test.each([
  ['in a fence', `I got\n\`\`\`json\n${har([oneEntry])}\n\`\`\`\nWhy?`],
  ['whose entries come late', JSON.stringify({ log: { pages, entries: [oneEntry] } })],
  ['in a list', `[${har([oneEntry])}]`],
  ['of one entry without a list', `\ufeff\n${JSON.stringify(oneEntry)}`],
])('recognises a HAR pasted %s', async (_, text) => {
  const { bringIn, ended } = inspector();
  bringIn.text(text);
  expect(await ended(1)).toMatchObject([{ kind: 'har', added: 1, problems: [] }]);
});

test('does not take another tool’s export for a response', async () => {
  const { log, bringIn, ended } = inspector();
  bringIn.text('{"_type":"export","__export_format":4,"resources":[]}');
  expect(await ended(1)).toMatchObject([{ kind: 'failed', why: expect.stringContaining('Insomnia') }]);
  expect(log.exchanges).toEqual([]);
});

test('names what may be for Xero Projects if nothing was recognised', async () => {
  const { bring } = inspector();
  const proxied = harEntry({ url: 'https://app.example/api/tasks?q=1', requestHeaders: { 'Xero-Tenant-Id': 'x' } });
  expect(await bring(har([proxied, harEntry({ url: 'https://login.xero.com/projects' })]))).toMatchObject([
    { added: 0, unrelated: 2, possibleMatches: ['https://app.example/api/tasks'] },
  ]);
});

function inspector() {
  const log = createLog();
  const bringIn = createImporter(log, () => []);
  const ended = (count: number) =>
    new Promise<readonly ImportOutcome[]>((resolve) => {
      const outcomes: ImportOutcome[] = [];
      const end = bringIn.subscribe(() => {
        outcomes.push(...bringIn.drainOutcomes());
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
