import { describe, expect, test } from 'vitest';
import type { HarImportSummary, ImportOutcome, SkippedEntries } from '../../core/model/importer.ts';
import { exchange } from '../../testing/exchange.ts';
import { importNotice } from './import-notice.ts';

/** Keeps `unrelated` equal to the total of `skipped`. */
function skipped(kinds: Partial<SkippedEntries>): Pick<HarImportSummary, 'unrelated' | 'skipped'> {
  const all = { tokenRequests: 0, ofXero: 0, sameHosts: 0, otherHosts: 0, ...kinds };
  return { unrelated: Object.values(all).reduce((sum, each) => sum + each), skipped: all };
}

const nothing: HarImportSummary = {
  added: 0,
  duplicates: 0,
  evicted: 0,
  ...skipped({}),
  webSockets: 0,
  possibleMatches: [],
  problems: [],
  moreProblems: 0,
  first: undefined,
  revealId: undefined,
  wasEmpty: true,
};

test.each<[Partial<HarImportSummary>, string]>([
  [
    { added: 12, ...skipped({ otherHosts: 40 }), problems: [problem(3), problem(7)] },
    '`server.har`: 12 requests imported. Skipped 40 requests to other hosts. 2 entries couldn’t be read.',
  ],
  [
    { added: 2, ...skipped({ tokenRequests: 4, otherHosts: 12 }) },
    '`server.har`: 2 requests imported. Skipped 4 token requests and 12 requests to other hosts.',
  ],
  [
    { added: 2, ...skipped({ tokenRequests: 1, ofXero: 2, sameHosts: 1, otherHosts: 1 }) },
    '`server.har`: 2 requests imported. Skipped 1 token request, 2 other requests to Xero, 1 other request to the same host and 1 request to another host.',
  ],
  // The user must know first that the rest is missing.
  [
    { added: 2, problems: [problem(2)], truncated: { index: 2 } },
    '`server.har` is cut off in the middle of entry 3. 2 requests imported. Export the file again to get the rest.',
  ],
  [
    { duplicates: 2, problems: [problem(1), problem(2)], truncated: { index: 2 } },
    '`server.har` is cut off in the middle of entry 3. Nothing new. 2 requests were already in the list. 1 entry couldn’t be read. Export the file again to get the rest.',
  ],
  [
    { added: 2, problems: [problem(undefined)], truncated: { index: undefined } },
    '`server.har` is cut off after its last complete entry. 2 requests imported. Export the file again to get the rest.',
  ],
  [
    { problems: [problem(0), problem(1)], truncated: { index: 1 } },
    '`server.har` is cut off in the middle of entry 2. No Xero Projects requests found. 1 entry couldn’t be read. Export the file again to get the rest.',
  ],
  [
    { added: 1, problems: [problem(3)], moreProblems: 149 },
    '`server.har`: 1 request imported. 150 entries couldn’t be read.',
  ],
  [{ added: 1, duplicates: 1 }, '`server.har`: 1 request imported. 1 request was already in the list.'],
  [
    { added: 60_000, evicted: 10_000 },
    '`server.har`: 60,000 requests imported. 10,000 of them were too old to fit in the full list.',
  ],
  [{ duplicates: 12 }, '`server.har`: nothing new. 12 requests were already in the list.'],
  [skipped({ otherHosts: 1 }), '`server.har`: no Xero Projects requests found. Skipped 1 request to another host.'],
  [
    { added: 1, ...skipped({ sameHosts: 3 }), webSockets: 1 },
    '`server.har`: 1 request imported. Skipped 3 other requests to the same host. 1 of them is a WebSocket on an API path. Only HTTP requests are listed.',
  ],
  [{ problems: [problem(undefined)] }, 'Couldn’t import `server.har`. It is broken.'],
  // Complete entries of a broken file are imported, and the problem follows.
  [{ added: 2, problems: [problem(undefined)] }, '`server.har`: 2 requests imported. It is broken.'],
  [
    { duplicates: 2, problems: [problem(undefined)] },
    '`server.har`: nothing new. 2 requests were already in the list. It is broken.',
  ],
  [
    { ...skipped({ otherHosts: 2 }), problems: [problem(undefined)] },
    '`server.har`: no Xero Projects requests found. Skipped 2 requests to other hosts. It is broken.',
  ],
  [
    { problems: [problem(0), problem(undefined)] },
    '`server.har`: no Xero Projects requests found. 1 entry couldn’t be read. It is broken.',
  ],
  [
    { empty: { creator: 'ZAP 2.16' } },
    '`server.har`: nothing to import. The file (ZAP 2.16) is complete, but has no entries. Record the requests and export them again.',
  ],
  // The problem of the only entry isn't hidden in the details.
  [{ problems: [problem(0)] }, 'Couldn’t import `server.har`. 1 entry couldn’t be read. Entry 1: It is broken.'],
])('describes %j as %j', (part, expected) => {
  expect(importNotice([har(part)], undefined, false).text).toBe(expected);
});

test('numbers unreadable entries from 1, and gives no number to the file', () => {
  const broken = har({ problems: [problem(3), problem(undefined)], moreProblems: 1 });
  expect(importNotice([broken], undefined, false).details).toEqual(['Entry 4: It is broken.', 'And 1 more entry.']);
});

test('mentions that the filter may hide imported exchanges', () => {
  expect(importNotice([har({ added: 2 })], exchange(), true).text).toContain('The filter may hide some.');
  expect(importNotice([response(true, true)], exchange(), true).text).toContain('The filter may hide it.');
  expect(importNotice([har({ added: 2 }), failed('b.har')], exchange(), true).text).toContain(
    'The filter may hide some.',
  );
});

test('lists what a pasted response lacks', () => {
  expect(importNotice([response(false, false)], exchange({ status: 400 }), false).text).toBe(
    'Pasted response added. Its request is unknown, so it wasn’t checked. The text has no status. The body says 400.',
  );
  expect(importNotice([response(true, true)], exchange(), false).text).toBe('Pasted response added.');
});

describe('an import of several files', () => {
  test('has one notice with the totals, and the files with problems first among the details', () => {
    const outcomes = [
      har({ added: 7, ...skipped({ otherHosts: 2 }), duplicates: 1 }),
      har({ added: 5, ...skipped({ tokenRequests: 1 }), problems: [problem(4)], moreProblems: 2 }),
      har({ problems: [problem(undefined)] }),
      failed('b.har'),
      cancelled('c.har'),
    ];
    expect(importNotice(outcomes, undefined, false)).toEqual({
      text: '5 files: 12 requests imported, 2 files couldn’t be read, 1 file cancelled. 1 request was already in the list. Skipped 1 token request and 2 requests to other hosts. 3 entries couldn’t be read.',
      details: [
        '`server.har`: 5 requests imported. Skipped 1 token request. 3 entries couldn’t be read.',
        'Entry 5: It is broken.',
        'And 2 more entries.',
        'Couldn’t import `server.har`. It is broken.',
        'Couldn’t import `b.har`. It is broken.',
        '`c.har`: cancelled. Nothing was imported.',
        '`server.har`: 7 requests imported. 1 request was already in the list. Skipped 2 requests to other hosts.',
      ],
    });
  });

  test('says first how many files are cut off', () => {
    const cut = har({ added: 2, problems: [problem(2)], truncated: { index: 2 } });
    const { text, details } = importNotice([har({ added: 1 }), cut], undefined, false);
    expect(text).toBe('2 files: 1 file cut off, 3 requests imported.');
    expect(details?.[0]).toMatch(/^`server\.har` is cut off in the middle of entry 3\./);
  });

  test('has a bounded notice, whatever the number of files and the length of their names', () => {
    const outcomes = Array.from({ length: 10_000 }, (_, i) => failed(`${i}${'x'.repeat(1_000)}.har`));
    const { text, details = [] } = importNotice(outcomes, undefined, false);
    expect(text).toBe('10,000 files: 0 requests imported, 10,000 files couldn’t be read.');
    expect(details).toHaveLength(501);
    expect(details.at(-1)).toBe('And 9,500 more lines.');
    expect(Math.max(...details.map(({ length }) => length))).toBeLessThan(120);
  });
});

test('shows invisible characters of a file name, and keeps it apart from the other words', () => {
  expect(importNotice([failed('a\u202erah.`exe')], undefined, false).text).toBe(
    'Couldn’t import `a\\u202erah.´exe`. It is broken.',
  );
});

function har(part: Partial<HarImportSummary>): ImportOutcome {
  return { kind: 'har', name: 'server.har', isFile: true, ...nothing, ...part };
}

function failed(name: string): ImportOutcome {
  return { kind: 'failed', name, isFile: true, reason: 'It is broken.' };
}

function cancelled(name: string): ImportOutcome {
  return { kind: 'cancelled', name, isFile: true };
}

function response(hasRequest: boolean, hasStatus: boolean): ImportOutcome {
  return { kind: 'response', name: 'the pasted text', isFile: false, id: 1, hasRequest, hasStatus };
}

function problem(index: number | undefined) {
  return { index, reason: 'It is broken.' };
}
