// What is unusual about one exchange beyond its diagnosis, a sentence each: how it was read, what is missing, what else was seen.

import { getOperation } from '../match/match-operation.ts';
import { unavailableMessages } from '../model/body-unavailable.ts';
import type { Body, Exchange } from '../model/exchange.ts';
import { formatInteger } from '../text/format-number.ts';
import type { Diagnosis } from './diagnose.ts';
import { isSuccess } from './outcome.ts';
import { getProxyNotes } from './proxy-notes.ts';

/** The sentences mark code by backticks. Text from the wire stands in them only as short, plain values. */
export function getNotes(exchange: Exchange, diagnosis: Diagnosis): string[] {
  return [
    ...aboutTheAddress(exchange),
    ...aboutTheStatus(exchange, diagnosis),
    ...getProxyNotes(exchange, diagnosis),
    ...aboutTheFailure(exchange),
    ...aboutTheBody(exchange.response.body),
    ...(diagnosis.evidence.isMalformed
      ? ['The body is JSON that breaks off or is malformed; what could be read of it is used here.']
      : []),
    ...(exchange.viaServiceWorker ? ['A service worker of the page handled this call.'] : []),
  ];
}

/** What the API lacks within its own path is told by a check. */
function aboutTheAddress({ match }: Exchange): string[] {
  return match.path === undefined
    ? ['This address is Xero’s, but outside the Projects API (`/projects.xro/2.0`).']
    : [];
}

function aboutTheStatus(exchange: Exchange, { evidence }: Diagnosis): string[] {
  const { match, response } = exchange;
  const list: string[] = [];
  if (evidence.status !== response.status) {
    list.push(
      `The answer on the wire is ${response.status}, but carries Xero’s ${evidence.status}: a proxy rewrote it. Judged by Xero’s.`,
    );
  } else if (evidence.isWrapped) {
    list.push('Xero’s error was found inside an answer that a proxy wrote.');
  }
  const row = match.operation === undefined ? undefined : getOperation(match.operation);
  const { documentedStatus, recordedStatus } = row ?? {};
  if (isSuccess(exchange) && recordedStatus !== documentedStatus && recordedStatus === response.status) {
    list.push(
      `${documentedStatus} is documented for this operation; ${recordedStatus} is what recordings of August 2026 show. Take both as success.`,
    );
  }
  return list;
}

function aboutTheFailure({ failure, preflight, response }: Exchange): string[] {
  if (failure === undefined) return [];
  const list = [failure.message ? `The browser says \`${failure.message}\`.` : silences[failure.kind]];
  if (response.status > 0) {
    const fate = failure.kind === 'cors' ? 'the browser kept it from the page' : 'the page did not get it whole';
    list.push(`An answer with status ${response.status} came, but ${fate}.`);
  } else if (failure.kind === 'cors' && preflight) {
    list.push(
      `The preflight (OPTIONS) was answered ${preflight.status}, which does not allow the call: it was not sent.`,
    );
  }
  return list;
}

/** What is known although the browser gives no reason. */
const silences = {
  cors: 'The browser gives no reason; the headers of both sides tell.',
  aborted: 'The browser gives no reason.',
  network: 'The browser gives no reason: Firefox reports a call that the page cancelled and one that failed alike.',
} as const;

function aboutTheBody(body: Body): string[] {
  if (body.kind === 'binary') return [`The body is not text (${body.bytes} bytes).`];
  if (body.kind === 'text' && body.cutOff !== undefined) {
    return [
      `The browser handed over the beginning of the body only; ${formatInteger(body.cutOff)} characters are missing.`,
    ];
  }
  return body.kind === 'lost' ? [unavailableMessages[body.why]] : [];
}
