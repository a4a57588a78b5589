// The comment above a client: which response it handles, and what the reader must know before retrying the request.

import type { DiagnosisRow } from '../../catalogue/diagnoses/row.ts';
import type { ClientCall } from './client-call.ts';
import { type ClientPolicy, plainText } from './policy.ts';

/** Sentences, without comment marks. */
export function policyComment(row: DiagnosisRow, call: ClientCall | undefined, policy: ClientPolicy): string[] {
  const { statuses } = policy.match;
  const operation = call?.id === undefined ? '' : `, ${call.id} (${call.method} ${call.path})`;
  const status = statuses.length === 0 ? '' : `${statuses.join(' or ')}, `;
  const startsWithName = /^[A-Z]{2}|^Xero/.test(row.title);
  const title = startsWithName ? row.title : row.title.charAt(0).toLowerCase() + row.title.slice(1);
  const needsReadBack = policy.readsBack && policy.action === 'retry' && !call?.takesIdempotencyKey;
  return [
    `Xero Projects API${operation}: ${status}${title}.`,
    plainText(row.retry.advice),
    ...(needsReadBack
      ? ['No Idempotency-Key protects this request. Check whether the write succeeded before each retry.']
      : []),
    ...warnings(row, call, policy),
    row.docsUrl,
  ];
}

function warnings(
  { retry: { action: advice, executed }, when }: DiagnosisRow,
  call: ClientCall | undefined,
  { action }: ClientPolicy,
): string[] {
  if (advice.kind === 'cannot-tell') {
    return executed === 'unknown' && action !== 'stop' && call?.method !== 'GET'
      ? ['Xero may have processed a write. Read the record back before you send it again.']
      : [];
  }
  const isAboutRequest = when.some(({ status = [] }) => status.includes(400) || status.includes(404));
  return advice.kind === 'fix-first' && isAboutRequest && call?.takesIdempotencyKey
    ? ['A corrected request needs a new Idempotency-Key. With the old one, Xero rejects it.']
    : [];
}
