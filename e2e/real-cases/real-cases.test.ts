// Explains every case: those that integrators met, and those of the same kind that we made up.

import { describe, expect, test } from 'vitest';
import { caseFile, type RealCase } from './case-file.ts';
import recorded from './cases.json';
import { explainLast } from './explain.ts';
import { type Case, expectVerdict } from './verdict.ts';
import { verdicts } from './verdicts.ts';

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

describe.each(Object.entries(kinds))('%s', (_, kind) => {
  test.each(kind.cases.map((each) => [each.name, each] as const))('%s', async (_, { input, verdict }) => {
    expectVerdict(await explainLast(caseFile(input)), verdict);
  });
});

test('no verdict is for a case that does not exist', () => {
  const ids = cases.map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining(Object.keys(verdicts)));
});
