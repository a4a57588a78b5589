// Explains every case: those that integrators met, and those of the same kind that we made up.

import { describe, expect, test } from 'vitest';
import { caseFile, type RealCase } from './case-file.ts';
import recorded from './cases.json';
import { explainLast, noticeAfterImport } from './explain.ts';
import { type Case, expectNotice, expectVerdict } from './verdict.ts';
import { noticeVerdicts, verdicts } from './verdicts.ts';

const cases = recorded as unknown as readonly RealCase[];
const kinds = import.meta.glob<{ cases: readonly Case[] }>('./kinds/*.ts', { eager: true });

describe('cases that integrators met', () => {
  test.each(cases.filter(({ id }) => id in verdicts).map((each) => [each.id, each] as const))(
    '%s',
    async (id, { input }) => {
      const verdict = verdicts[id];
      if (verdict === undefined) return;
      expectVerdict(await explainLast(caseFile(input)), verdict);
    },
  );
});

describe('files that integrators met', () => {
  test.each(Object.entries(noticeVerdicts))('%s', async (id, verdict) => {
    const { input } = cases.find((each) => each.id === id) as RealCase;
    expectNotice(await noticeAfterImport(caseFile(input)), verdict);
  });
});

describe.each(Object.entries(kinds))('%s', (_, kind) => {
  test.each(kind.cases.map((each) => [each.name, each] as const))('%s', async (_, { input, verdict, notice }) => {
    if (verdict) expectVerdict(await explainLast(caseFile(input)), verdict);
    else expect(await explainLast(caseFile(input))).toBeUndefined();
    if (notice) expectNotice(await noticeAfterImport(caseFile(input)), notice);
  });
});

/** Cases about copied commands, which copy-for-windows.test.ts tests. */
const testedElsewhere = ['use-curl-for-windows'];

test('every case has a verdict, and every verdict a case', () => {
  const covered = new Set([...Object.keys(verdicts), ...Object.keys(noticeVerdicts), ...testedElsewhere]);
  expect([...covered].toSorted()).toEqual(cases.map(({ id }) => id).toSorted());
});
