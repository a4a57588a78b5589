import { expect, test } from 'vitest';
import type { HarImportSummary, ImportOutcome } from '../../core/model/importer.ts';
import { exchange } from '../../testing/exchange.ts';
import { importNotice } from './import-notice.ts';

const nothing: HarImportSummary = {
  added: 0,
  duplicates: 0,
  evicted: 0,
  unrelated: 0,
  possibleMatches: [],
  problems: [],
  moreProblems: 0,
  first: undefined,
  revealId: undefined,
  wasEmpty: true,
};

test.each<[Partial<HarImportSummary>, string]>([
  [
    { added: 12, unrelated: 40, problems: [problem(3), problem(7)] },
    '12 exchanges from server.har. 40 other calls left out. 2 entries cannot be read.',
  ],
  [{ added: 1, problems: [problem(3)], moreProblems: 149 }, '1 exchange from server.har. 150 entries cannot be read.'],
  [{ added: 1, duplicates: 1 }, '1 exchange from server.har; 1 more was in the list already.'],
  [
    { added: 60_000, evicted: 10_000 },
    '60,000 exchanges from server.har. 10,000 of them were too old for the full list.',
  ],
  [{ duplicates: 12 }, 'Nothing new in server.har: 12 exchanges were in the list already.'],
  [{ unrelated: 1 }, 'No call in server.har is for Xero Projects. 1 other call left out.'],
  [{ problems: [problem(undefined)] }, 'server.har was not brought in. It is broken.'],
  // Complete entries of a broken file are imported, and the problem follows.
  [{ added: 2, problems: [problem(undefined)] }, '2 exchanges from server.har. It is broken.'],
  [
    { duplicates: 2, problems: [problem(undefined)] },
    'Nothing new in server.har: 2 exchanges were in the list already. It is broken.',
  ],
  [
    { unrelated: 2, problems: [problem(undefined)] },
    'No call in server.har is for Xero Projects. 2 other calls left out. It is broken.',
  ],
  [
    { problems: [problem(0), problem(undefined)] },
    'No call in server.har is for Xero Projects. 1 entry cannot be read. It is broken.',
  ],
])('describes %j as %j', (part, expected) => {
  expect(importNotice(har(part), undefined, false).text).toBe(expected);
});

test('numbers unreadable entries from 1, and gives no number to the file', () => {
  const broken = har({ problems: [problem(3), problem(undefined)], moreProblems: 1 });
  expect(importNotice(broken, undefined, false).details).toEqual(['Entry 4: It is broken.', 'And 1 entry more.']);
});

test('mentions that the filter may hide imported exchanges', () => {
  expect(importNotice(har({ added: 2 }), exchange(), true).text).toContain('The filter may hide some.');
  expect(importNotice(response(true, true), exchange(), true).text).toContain('The filter may hide it.');
});

test('lists what a pasted response lacks', () => {
  expect(importNotice(response(false, false), exchange({ status: 400 }), false).text).toBe(
    'The pasted response is in the list. Its request is not known, and was not checked. The text has no status; its body says 400.',
  );
  expect(importNotice(response(true, true), exchange(), false).text).toBe('The pasted response is in the list.');
});

function har(part: Partial<HarImportSummary>): ImportOutcome {
  return { kind: 'har', name: 'server.har', batch: 1, ...nothing, ...part };
}

function response(hasRequest: boolean, hasStatus: boolean): ImportOutcome {
  return { kind: 'response', name: 'the pasted text', batch: 1, id: 1, hasRequest, hasStatus };
}

function problem(index: number | undefined) {
  return { index, reason: 'It is broken.' };
}
