import { expect, test } from 'vitest';
import type { BringInOutcome, BroughtIn } from '../../core/model/importer.ts';
import { exchange } from '../../testing/exchange.ts';
import { noticeOf } from './import-notice.ts';

const nothing: BroughtIn = {
  added: 0,
  held: 0,
  tooOld: 0,
  others: 0,
  maybe: [],
  problems: [],
  moreProblems: 0,
  first: undefined,
  telling: undefined,
  wasEmpty: true,
};

test.each<[Partial<BroughtIn>, string]>([
  [
    { added: 12, others: 40, problems: [problem(3), problem(7)] },
    '12 exchanges from server.har. 40 other calls left out. 2 entries cannot be read.',
  ],
  [{ added: 1, problems: [problem(3)], moreProblems: 149 }, '1 exchange from server.har. 150 entries cannot be read.'],
  [{ added: 1, held: 1 }, '1 exchange from server.har; 1 more was in the list already.'],
  [
    { added: 60_000, tooOld: 10_000 },
    '60,000 exchanges from server.har. 10,000 of them were too old for the full list.',
  ],
  [{ held: 12 }, 'Nothing new in server.har: 12 exchanges were in the list already.'],
  [{ others: 1 }, 'No call in server.har is for Xero Projects. 1 other call left out.'],
  [{ problems: [problem(undefined)] }, 'server.har was not brought in. It is broken.'],
  // What is whole in it was taken: then what is wrong with the file is said behind it.
  [{ added: 2, problems: [problem(undefined)] }, '2 exchanges from server.har. It is broken.'],
  [
    { held: 2, problems: [problem(undefined)] },
    'Nothing new in server.har: 2 exchanges were in the list already. It is broken.',
  ],
  [
    { others: 2, problems: [problem(undefined)] },
    'No call in server.har is for Xero Projects. 2 other calls left out. It is broken.',
  ],
  [
    { problems: [problem(0), problem(undefined)] },
    'No call in server.har is for Xero Projects. 1 entry cannot be read. It is broken.',
  ],
])('of %j it says %j', (part, says) => {
  expect(noticeOf(har(part), undefined, false).text).toBe(says);
});

test('names each entry that cannot be read as people count, and the file as none', () => {
  const broken = har({ problems: [problem(3), problem(undefined)], moreProblems: 1 });
  expect(noticeOf(broken, undefined, false).details).toEqual(['Entry 4: It is broken.', 'And 1 entry more.']);
});

test('says that the filter may hide what came', () => {
  expect(noticeOf(har({ added: 2 }), exchange(), true).text).toContain('The filter may hide some.');
  expect(noticeOf(response(true, true), exchange(), true).text).toContain('The filter may hide it.');
});

test('says what a pasted response does not tell', () => {
  expect(noticeOf(response(false, false), exchange({ status: 400 }), false).text).toBe(
    'The pasted response is in the list. Its request is not known, and was not checked. The text has no status; its body says 400.',
  );
  expect(noticeOf(response(true, true), exchange(), false).text).toBe('The pasted response is in the list.');
});

function har(part: Partial<BroughtIn>): BringInOutcome {
  return { kind: 'har', name: 'server.har', round: 1, ...nothing, ...part };
}

function response(hasRequest: boolean, hasStatus: boolean): BringInOutcome {
  return { kind: 'response', name: 'the pasted text', round: 1, id: 1, hasRequest, hasStatus };
}

function problem(index: number | undefined) {
  return { index, why: 'It is broken.' };
}
