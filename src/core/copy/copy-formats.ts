// What of an exchange can be copied, in the order of the menu: each with the text that it gives.

import { diagnose } from '../diagnose/diagnose.ts';
import type { Body, Exchange } from '../model/exchange.ts';
import type { RedactionClass } from '../redact/classes.ts';
import { createRedactor, createRedactorFor } from '../redact/redactor.ts';
import { reportForColleague } from '../report/colleague-report.ts';
import { buildContext, contextExchanges } from '../report/context.ts';
import { reportForXero } from '../report/xero-report.ts';
import { type Analysis, analyze } from '../rules/analyze.ts';
import { asCurl } from './as-curl.ts';
import { asFetch } from './as-fetch.ts';
import { asPowerShell } from './as-powershell.ts';

/** What reads the copied text. Text from the wire stays data there: none of it becomes syntax. `verbatim`: nothing is quoted. */
export type Quoting = 'shell' | 'javascript' | 'powershell' | 'markdown' | 'verbatim';

export interface CopyFormat {
  readonly title: string;
  /** The test with hostile text picks its assertions by this. */
  readonly quoting: Quoting;
  /** What is said once it is done. */
  readonly successMessage: string;
  /** `insight` is that of the exchange where it is needed, and empty elsewhere. */
  readonly text: (exchange: Exchange, insight: Analysis) => string;
  /** It costs a look at the calls around. */
  readonly needsInsight?: true;
  /** Whether there is anything to copy; there is where it is left out. */
  readonly isAvailable?: (exchange: Exchange) => boolean;
}

/** In groups. One more way to copy is one more row. */
export const copyFormats: readonly (readonly CopyFormat[])[] = [
  [
    { title: 'Copy as cURL', quoting: 'shell', successMessage: 'Copied as cURL', text: asCurl },
    { title: 'Copy as fetch', quoting: 'javascript', successMessage: 'Copied as fetch', text: asFetch },
    { title: 'Copy as PowerShell', quoting: 'powershell', successMessage: 'Copied as PowerShell', text: asPowerShell },
  ],
  [
    {
      title: 'Copy report for a colleague',
      quoting: 'markdown',
      successMessage: 'Copied report for a colleague',
      text: (exchange, insight) => reportForColleague(exchange, diagnose(exchange), insight),
      needsInsight: true,
    },
    {
      title: 'Copy report for Xero support',
      quoting: 'markdown',
      successMessage: 'Copied report for Xero support',
      text: (exchange) => reportForXero(exchange, diagnose(exchange)),
    },
  ],
  [
    { title: 'Copy URL', quoting: 'verbatim', successMessage: 'Copied URL', text: ({ request }) => request.url },
    {
      title: 'Copy request body',
      quoting: 'verbatim',
      successMessage: 'Copied request body',
      text: ({ request }) => textOf(request.body),
      isAvailable: ({ request }) => request.body.kind === 'text',
    },
    {
      title: 'Copy response body',
      quoting: 'verbatim',
      successMessage: 'Copied response body',
      text: ({ response }) => textOf(response.body),
      isAvailable: ({ response }) => response.body.kind === 'text',
    },
  ],
];

export interface CopyOptions {
  readonly exchange: Exchange;
  /** All that was heard, by time; it may not change meanwhile. */
  readonly log: readonly Exchange[];
  /** What is taken out beside tokens, cookies and passwords. */
  readonly classes: readonly RedactionClass[];
  readonly nowMs: number;
}

export interface CopyResult {
  readonly text: string;
  /** Something beside tokens, cookies and passwords was taken out. */
  readonly isRedacted: boolean;
}

/** Yields how much is done, from 0 to 1. What the text says of the exchange is worked out after it was redacted. */
export function* renderCopy(
  copy: CopyFormat,
  { exchange, log, classes, nowMs }: CopyOptions,
): Generator<number, CopyResult> {
  const redactor = yield* createRedactorFor(log, classes);
  const safe = redactor.redact(exchange);
  const around: Exchange[] = [];
  for (const each of copy.needsInsight ? contextExchanges(exchange, log) : []) {
    around.push(redactor.redact(each));
    yield 1;
  }
  const insight = copy.needsInsight ? analyze(safe, buildContext(around), nowMs) : nothing;
  const text = copy.text(safe, insight);
  const whole = copy.text(createRedactor([]).redact(exchange), insight);
  return { text, isRedacted: text !== whole };
}

const nothing: Analysis = { findings: [], causes: [], sequence: [] };

function textOf(body: Body): string {
  return body.kind === 'text' ? body.text : '';
}
