import { expect, test, vi } from 'vitest';
import type { ImportOutcome } from '../core/model/importer.ts';
import { createLog } from '../log/create-log.ts';
import { harEntry } from '../testing/har-entry.ts';
import { createImporter } from './importer.ts';

const root = 'https://api.xero.com/projects.xro/2.0';

test('imports the matching entries of a file and reports what became of each entry', async () => {
  const { log, importFiles } = setUp();
  const [outcome] = await importFiles(
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

test('skips one duplicate per matching exchange in the log', async () => {
  const { log, importFiles } = setUp();
  const twice = [entryAt(1, '/Projects', 200), entryAt(1, '/Projects', 200)];
  await importFiles(har(twice));
  expect(await importFiles(har([...twice, ...twice, entryAt(2, '/Projects', 200)]))).toMatchObject([
    { added: 3, duplicates: 2 },
  ]);
  expect(log.exchanges).toHaveLength(5);
});

test.each([
  ['truncated after its entries', (text: string) => `${text.slice(0, -2)},"creator":{"version":"4.6","comm`],
  ['followed by HTML', (text: string) => `${text}\n<html>`],
  ['followed by another truncated file', (text: string) => text + text.slice(0, 12)],
])('imports the intact part of a file %s and reports the rest', async (_, broken) => {
  const { importFiles } = setUp();
  const complete = har([entryAt(1, '/Projects', 200), entryAt(2, '/Projects', 200)]);
  expect(await importFiles(broken(complete))).toMatchObject([
    { added: 2, problems: [{ index: undefined, reason: 'The part after the entries is cut off or not HAR.' }] },
  ]);
});

test('imports several files one at a time', async () => {
  const { importFiles } = setUp();
  const outcomes = await importFiles(har([entryAt(1, '/Projects', 200)]), 'no HAR');
  expect(outcomes).toMatchObject([
    { kind: 'har', added: 1 },
    { kind: 'har', added: 0, problems: [{ index: undefined }] },
  ]);
});

test('cancelling adds nothing to the log and reports every file, including queued ones, as cancelled', async () => {
  const { log, importer, waitForOutcomes } = setUp();
  importer.file(new Blob([har([entryAt(1, '/Projects', 200)])]), 'a.har');
  importer.file(new Blob(['']), 'b.har');
  importer.cancel();
  expect(await waitForOutcomes(2)).toMatchObject([
    { kind: 'cancelled', name: 'b.har' },
    { kind: 'cancelled', name: 'a.har' },
  ]);
  expect(importer.now).toBeUndefined();
  expect(log.exchanges).toEqual([]);
});

test('imports queued files even if a listener throws', async () => {
  const consoleError = vi.spyOn(console, 'error').mockImplementation(() => {});
  const { log, importer, importFiles } = setUp();
  importer.subscribe(() => {
    throw new Error('broken');
  });
  await importFiles(har([entryAt(1, '/Projects', 200)]), har([entryAt(2, '/Projects', 200)]));
  expect(log.exchanges).toHaveLength(2);
  expect(consoleError).toHaveBeenCalledWith(new Error('broken'));
  consoleError.mockRestore();
});

test('distinguishes a pasted HAR from a pasted response', async () => {
  const { log, importer, waitForOutcomes } = setUp();
  importer.text(har([entryAt(1, '/Projects', 200)]));
  importer.text('{"items":[],"entries":2}');
  expect(await waitForOutcomes(2)).toMatchObject([
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
  ['in a code fence', `I got\n\`\`\`json\n${har([oneEntry])}\n\`\`\`\nWhy?`],
  ['whose entries follow a long list of pages', JSON.stringify({ log: { pages, entries: [oneEntry] } })],
  ['in an array', `[${har([oneEntry])}]`],
  ['of a single bare entry', `\ufeff\n${JSON.stringify(oneEntry)}`],
])('recognizes a pasted HAR %s', async (_, text) => {
  const { importer, waitForOutcomes } = setUp();
  importer.text(text);
  expect(await waitForOutcomes(1)).toMatchObject([{ kind: 'har', added: 1, problems: [] }]);
});

test('rejects another tool’s export instead of treating it as a response', async () => {
  const { log, importer, waitForOutcomes } = setUp();
  importer.text('{"_type":"export","__export_format":4,"resources":[]}');
  expect(await waitForOutcomes(1)).toMatchObject([{ kind: 'failed', reason: expect.stringContaining('Insomnia') }]);
  expect(log.exchanges).toEqual([]);
});

test('lists possible proxy URLs if no entry was recognized', async () => {
  const { importFiles } = setUp();
  const proxied = harEntry({ url: 'https://app.example/api/tasks?q=1', requestHeaders: { 'Xero-Tenant-Id': 'x' } });
  expect(await importFiles(har([proxied, harEntry({ url: 'https://login.xero.com/projects' })]))).toMatchObject([
    { added: 0, unrelated: 2, possibleMatches: ['https://app.example/api/tasks'] },
  ]);
});

test.each([
  [
    'a path that others have too, if there is nothing better',
    ['https://a.example/plain/Projects?page=1'],
    ['https://a.example/plain'],
  ],
  [
    'only the more likely ones',
    ['https://a.example/plain/Projects?page=1', 'https://b.example/api/xero/projects'],
    ['https://b.example/api/xero'],
  ],
  ['nothing of other products', ['https://api.github.com/orgs/acme/projects'], []],
])('of requests without Xero’s headers, lists %s', async (_, urls, possibleMatches) => {
  const { importFiles } = setUp();
  expect(await importFiles(har(urls.map((url) => harEntry({ url }))))).toMatchObject([{ added: 0, possibleMatches }]);
});

function setUp() {
  const log = createLog();
  const importer = createImporter(log, () => []);
  const waitForOutcomes = (count: number) =>
    new Promise<readonly ImportOutcome[]>((resolve) => {
      const outcomes: ImportOutcome[] = [];
      const end = importer.subscribe(() => {
        outcomes.push(...importer.drainOutcomes());
        if (outcomes.length < count) return;
        end();
        resolve(outcomes);
      });
    });
  const importFiles = (...files: readonly string[]) => {
    const outcomes = waitForOutcomes(files.length);
    for (const each of files) importer.file(new Blob([each]), 'a.har');
    return outcomes;
  };
  return { log, importer, importFiles, waitForOutcomes };
}

function entryAt(second: number, path: string, status: number) {
  return harEntry({ url: `${root}${path}`, status, startedDateTime: `2026-11-22T14:02:0${second}.000Z` });
}

function har(entries: readonly unknown[]): string {
  return JSON.stringify({ log: { version: '1.2', entries } });
}
