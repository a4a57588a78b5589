// The items of the Copy menu, and the text that each of them copies.

import { diagnose } from '../diagnose/diagnose.ts';
import type { Body, Exchange } from '../model/exchange.ts';
import type { RedactionClass } from '../redact/classes.ts';
import { createRedactor, createRedactorFor } from '../redact/redactor.ts';
import { reportForColleague } from '../report/colleague-report.ts';
import { buildContext, contextExchanges } from '../report/context.ts';
import { reportForXero } from '../report/xero-report.ts';
import { type Analysis, analyze } from '../rules/analyze.ts';
import { asCurlBash } from './as-curl-bash.ts';
import { asCurlCmd } from './as-curl-cmd.ts';
import { asFetch } from './as-fetch.ts';
import { asPowerShell } from './as-powershell.ts';
import { isRepeatable } from './request-snapshot.ts';
import { encodeUnsafe } from './unsafe-characters.ts';

/** What parses the copied text. Text from the wire must stay data there. `verbatim`: nothing parses it, so nothing is quoted. */
export type Quoting = 'shell' | 'cmd' | 'javascript' | 'powershell' | 'markdown' | 'verbatim';

export interface CopyContext {
  /** Empty unless `needsAnalysis` is set. */
  readonly analysis: Analysis;
  /** A command for any other host but Xero's begins with a warning. */
  readonly knownHosts: readonly string[];
}

export interface CopyFormat {
  readonly title: string;
  /** Selects the test with hostile text. */
  readonly quoting: Quoting;
  /** Status message after copying. */
  readonly successMessage: string;
  readonly text: (exchange: Exchange, context: CopyContext) => string;
  /** Costs an analysis of the surrounding exchanges. */
  readonly needsAnalysis?: true;
  /** Whether the exchange has anything to copy. By default it does. */
  readonly isAvailable?: (exchange: Exchange) => boolean;
}

/** Code that sends the request again, with a placeholder for the token. */
export const commandFormats: readonly CopyFormat[] = [
  commandFormat('cURL (bash)', 'shell', asCurlBash),
  commandFormat('cURL (cmd)', 'cmd', asCurlCmd),
  commandFormat('fetch', 'javascript', asFetch),
  commandFormat('PowerShell', 'powershell', asPowerShell),
];

function commandFormat(
  name: string,
  quoting: Quoting,
  write: (exchange: Exchange, knownHosts: readonly string[]) => string,
): CopyFormat {
  return {
    title: `Copy as ${name}`,
    quoting,
    successMessage: `Copied as ${name}`,
    text: (exchange, { knownHosts }) => write(exchange, knownHosts),
    isAvailable: isRepeatable,
  };
}

const reportFormats: readonly CopyFormat[] = [
  {
    title: 'Copy report for a colleague',
    quoting: 'markdown',
    successMessage: 'Copied report for a colleague',
    text: (exchange, { analysis }) => reportForColleague(exchange, diagnose(exchange), analysis),
    needsAnalysis: true,
  },
  {
    title: 'Copy report for Xero support',
    quoting: 'markdown',
    successMessage: 'Copied report for Xero support',
    text: (exchange) => reportForXero(exchange, diagnose(exchange)),
  },
];

const verbatimFormats: readonly CopyFormat[] = [
  {
    title: 'Copy URL',
    quoting: 'verbatim',
    successMessage: 'Copied URL',
    text: ({ request }) => encodeUnsafe(request.url),
  },
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
];

/** The groups of the menu, in order. */
export const copyFormats: readonly (readonly CopyFormat[])[] = [commandFormats, reportFormats, verbatimFormats];

export interface CopyOptions {
  readonly exchange: Exchange;
  /** All captured exchanges, ordered by time. Must not change during rendering. */
  readonly log: readonly Exchange[];
  /** What to redact besides secrets. */
  readonly classes: readonly RedactionClass[];
  readonly nowMs: number;
  /** Hosts that a command may send the token to without a warning, besides Xero's. */
  readonly knownHosts: readonly string[];
}

export interface CopyResult {
  readonly text: string;
  /** Whether anything besides secrets was redacted. */
  readonly isRedacted: boolean;
}

/** Yields progress from 0 to 1. Redacts first and analyzes what remains, so that no finding can quote a private value. */
export function* renderCopy(
  format: CopyFormat,
  { exchange, log, classes, nowMs, knownHosts }: CopyOptions,
): Generator<number, CopyResult> {
  const redactor = yield* createRedactorFor(log, classes);
  const redacted = redactor.redact(exchange);
  const surrounding: Exchange[] = [];
  for (const each of format.needsAnalysis ? contextExchanges(exchange, log) : []) {
    surrounding.push(redactor.redact(each));
    yield 1;
  }
  const analysis = format.needsAnalysis ? analyze(redacted, buildContext(surrounding), nowMs) : emptyAnalysis;
  const context = { analysis, knownHosts };
  const text = format.text(redacted, context);
  const unredacted = format.text(createRedactor([]).redact(exchange), context);
  return { text, isRedacted: text !== unredacted };
}

const emptyAnalysis: Analysis = { findings: [], causes: [], sequence: [] };

function textOf(body: Body): string {
  return body.kind === 'text' ? body.text : '';
}
