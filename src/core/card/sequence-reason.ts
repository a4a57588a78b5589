// Findings about several requests that explain one response.

import type { DiagnosisId } from '../../catalogue/diagnoses/all.ts';
import type { Diagnosis } from '../diagnose/diagnose.ts';
import type { Exchange } from '../model/exchange.ts';
import type { Finding } from '../model/finding.ts';
import { type Reason, reasonOfFinding } from './reason.ts';

/** Why the rate limit was reached, if the requests before show it. */
export function rateLimitReason(
  exchange: Exchange,
  { id }: Diagnosis,
  sequence: readonly Finding[],
): Reason | undefined {
  const rules = reasons[id];
  const finding = sequence.find((each) => rules?.includes(each.ruleId) && isAboutThisResponse(each, exchange));
  return finding && reasonOfFinding(finding);
}

const window = ['retried-too-early', 'n-plus-one-reads', 'small-pages', 'polling'];

const reasons: Partial<Record<DiagnosisId, readonly string[]>> = {
  'rate-limit-minute': window,
  'rate-limit-app-minute': window,
  'rate-limit-day': ['retried-too-early', 'polling'],
  'rate-limit-concurrent': ['concurrency-exceeded'],
  'rate-limit-unknown': ['retried-too-early'],
  'rate-limit-legacy': ['retried-too-early'],
};

/** The request that started a wait is related to those sent during the wait, but their findings aren't about it. */
export function isAboutThisResponse({ ruleId, relatedIds }: Finding, { id }: Exchange): boolean {
  return ruleId !== 'retried-too-early' || relatedIds[0] !== id;
}
