import { expect, test } from 'vitest';
import type { HarImportSummary, ImportOutcome } from '../../core/model/importer.ts';
import { importSeverity } from './import-severity.ts';

const file = { name: 'a.har', isFile: true };
const har = (summary: Partial<HarImportSummary>): ImportOutcome => ({
  ...file,
  kind: 'har',
  added: 1,
  duplicates: 0,
  evicted: 0,
  unrelated: 0,
  skipped: { tokenRequests: 0, ofXero: 0, sameHosts: 0, otherHosts: 0 },
  webSockets: 0,
  possibleMatches: [],
  problems: [],
  moreProblems: 0,
  first: 1,
  revealId: 1,
  wasEmpty: true,
  ...summary,
});
const failed: ImportOutcome = { ...file, kind: 'failed', reason: 'It is broken.' };
const response = { ...file, kind: 'response', id: 1, hasRequest: true, hasStatus: true } as const;

test.each<[string, ImportOutcome[], string]>([
  ['a file', [har({})], 'success'],
  ['a file with others’ requests', [har({ unrelated: 9, duplicates: 2 })], 'success'],
  ['a whole response', [response], 'success'],
  ['a response without its request', [{ ...response, hasRequest: false }], 'warning'],
  ['a file with nothing new', [har({ added: 0, duplicates: 3 })], 'warning'],
  ['a file that can only be read in part', [har({ problems: [{ index: 3, reason: 'No URL.' }] })], 'warning'],
  ['a file that is cut off', [har({ truncated: { index: 3 } })], 'warning'],
  ['more than fits', [har({ evicted: 1 })], 'warning'],
  ['two files, one of them broken', [har({}), failed], 'warning'],
  ['a broken file', [failed], 'error'],
  ['a file of which nothing can be read', [har({ added: 0, problems: [{ index: 0, reason: 'No URL.' }] })], 'error'],
  ['a cancelled one', [{ ...file, kind: 'cancelled' }], 'warning'],
])('%s: %s', (_, outcomes, severity) => {
  expect(importSeverity(outcomes)).toBe(severity);
});
