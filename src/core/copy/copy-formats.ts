// What of an exchange can be copied, in the order of the menu: each with the text that it gives.

import { diagnose } from '../diagnose/diagnose.ts';
import type { Body, Exchange } from '../model/exchange.ts';
import type { RedactionClass } from '../redact/classes.ts';
import { createRedactor, redactorFor } from '../redact/redactor.ts';
import { reportForColleague } from '../report/colleague-report.ts';
import { nearby, surroundingsOf } from '../report/context.ts';
import { reportForXero } from '../report/xero-report.ts';
import { type Insight, insightInto } from '../rules/analyze.ts';
import { asCurl } from './as-curl.ts';
import { asFetch } from './as-fetch.ts';
import { asPowerShell } from './as-powershell.ts';

export interface Copy {
  readonly title: string;
  /** What is said once it is done. */
  readonly done: string;
  /** `insight` is that of the exchange where it is needed, and empty elsewhere. */
  readonly text: (exchange: Exchange, insight: Insight) => string;
  /** It costs a look at the calls around. */
  readonly needsInsight?: true;
  /** Whether there is anything to copy; there is where it is left out. */
  readonly isThere?: (exchange: Exchange) => boolean;
}

/** In groups. One more way to copy is one more row. */
export const copies: readonly (readonly Copy[])[] = [
  [
    { title: 'Copy as cURL', done: 'Copied as cURL', text: asCurl },
    { title: 'Copy as fetch', done: 'Copied as fetch', text: asFetch },
    { title: 'Copy as PowerShell', done: 'Copied as PowerShell', text: asPowerShell },
  ],
  [
    {
      title: 'Copy report for a colleague',
      done: 'Copied report for a colleague',
      text: (exchange, insight) => reportForColleague(exchange, diagnose(exchange), insight),
      needsInsight: true,
    },
    {
      title: 'Copy report for Xero support',
      done: 'Copied report for Xero support',
      text: (exchange) => reportForXero(exchange, diagnose(exchange)),
    },
  ],
  [
    { title: 'Copy URL', done: 'Copied URL', text: ({ request }) => request.url },
    {
      title: 'Copy request body',
      done: 'Copied request body',
      text: ({ request }) => textOf(request.body),
      isThere: ({ request }) => request.body.kind === 'text',
    },
    {
      title: 'Copy response body',
      done: 'Copied response body',
      text: ({ response }) => textOf(response.body),
      isThere: ({ response }) => response.body.kind === 'text',
    },
  ],
];

export interface CopyWish {
  readonly exchange: Exchange;
  /** All that was heard, by time; it may not change meanwhile. */
  readonly log: readonly Exchange[];
  /** What is taken out beside tokens, cookies and passwords. */
  readonly classes: readonly RedactionClass[];
  readonly nowMs: number;
}

export interface Copied {
  readonly text: string;
  /** Something beside tokens, cookies and passwords was taken out. */
  readonly isRedacted: boolean;
}

/** Yields how much is done, from 0 to 1. What the text says of the exchange is worked out after it was redacted. */
export function* copied(copy: Copy, { exchange, log, classes, nowMs }: CopyWish): Generator<number, Copied> {
  const redactor = yield* redactorFor(log, classes);
  const safe = redactor.redact(exchange);
  const around: Exchange[] = [];
  for (const each of copy.needsInsight ? nearby(exchange, log) : []) {
    around.push(redactor.redact(each));
    yield 1;
  }
  const insight = copy.needsInsight ? insightInto(safe, surroundingsOf(around), nowMs) : nothing;
  const text = copy.text(safe, insight);
  const whole = copy.text(createRedactor([]).redact(exchange), insight);
  return { text, isRedacted: text !== whole };
}

const nothing: Insight = { findings: [], causes: [], judged: [] };

function textOf(body: Body): string {
  return body.kind === 'text' ? body.text : '';
}
