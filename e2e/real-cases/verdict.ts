// What the panel must say about a case, and must not.

import { expect } from 'vitest';
import type { DiagnosisId } from '../../src/catalogue/diagnoses/all.ts';
import type { RetryAdvice } from '../../src/core/retry/retry-advice.ts';
import type { CaseInput } from './case-file.ts';
import type { Explained } from './explain.ts';

export interface Verdict {
  readonly diagnosis: DiagnosisId;
  /** The headline; a variant of a diagnosis has its own. */
  readonly title?: string;
  readonly retry: RetryAdvice['kind'];
  /** Omitted: no wait is stated. */
  readonly seconds?: number;
  /** Ids of findings that must be among those reported. */
  readonly findings?: readonly string[];
  /** Ids of findings that must not be. */
  readonly noFindings?: readonly string[];
  /** Ids of the only findings that may be reported. */
  readonly onlyFindings?: readonly string[];
  readonly says?: readonly RegExp[];
  readonly neverSays?: readonly RegExp[];
}

/** What the notice after the import must say before its details, and what neither of them may say. */
export interface NoticeVerdict {
  readonly says: readonly RegExp[];
  readonly neverSays?: readonly RegExp[];
}

/** A case of our own. */
export interface Case {
  readonly name: string;
  readonly input: CaseInput;
  /** What the panel must say about its last exchange. Omitted: the file has none. */
  readonly verdict?: Verdict;
  readonly notice?: NoticeVerdict;
}

export function expectNotice(notice: { text: string; details?: readonly string[] }, verdict: NoticeVerdict): void {
  for (const each of verdict.says) expect(notice.text).toMatch(each);
  const allText = [notice.text, ...(notice.details ?? [])].join('\n');
  for (const each of verdict.neverSays ?? []) expect(allText).not.toMatch(each);
}

export function expectVerdict(explained: Explained | undefined, verdict: Verdict): void {
  const { diagnosis, title, retry, seconds, findings = [], noFindings = [], says = [], neverSays = [] } = verdict;
  expect(explained, 'The file holds no request for Xero Projects.').toBeDefined();
  if (explained === undefined) return;
  expect({ diagnosis: explained.diagnosis, retry: explained.retry, seconds: explained.seconds }).toEqual({
    diagnosis,
    retry,
    seconds,
  });
  if (title !== undefined) expect(explained.title).toBe(title);
  expect(explained.findings).toEqual(expect.arrayContaining([...findings]));
  for (const id of noFindings) expect(explained.findings).not.toContain(id);
  const { onlyFindings } = verdict;
  if (onlyFindings) expect(explained.findings.filter((each) => !onlyFindings.includes(each))).toEqual([]);
  for (const each of says) expect(explained.text).toMatch(each);
  for (const each of neverSays) expect(explained.text).not.toMatch(each);
}
