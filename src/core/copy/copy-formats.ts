// The items of the Copy menu, and the text that each of them copies.

import { diagnose } from '../diagnose/diagnose.ts';
import { type Body, type Exchange, tenantId } from '../model/exchange.ts';
import type { RedactionClass } from '../redact/classes.ts';
import type { Placeholder } from '../redact/placeholders.ts';
import { createRedactor, createRedactorFor } from '../redact/redactor.ts';
import { reportForColleague } from '../report/colleague-report.ts';
import { contextExchanges } from '../report/context.ts';
import { type Explanation, explain } from '../report/explain.ts';
import { reportForXero } from '../report/xero-report.ts';
import { REDACTION_MARKERS } from '../secrets/redaction-marker.ts';
import { asCurlBash } from './as-curl-bash.ts';
import { asCurlCmd } from './as-curl-cmd.ts';
import { asFetch } from './as-fetch.ts';
import { asPowerShell } from './as-powershell.ts';
import type { CommandContext } from './command-notes.ts';
import { isRepeatable, isRequestKnown } from './request-snapshot.ts';
import { encodeUnsafe } from './unsafe-characters.ts';

/** What parses the copied text. Text from the wire must stay data there. `verbatim`: nothing parses it, so nothing is quoted. */
export type Quoting = 'shell' | 'cmd' | 'javascript' | 'powershell' | 'markdown' | 'verbatim';

export interface CopyContext {
  /** By default that of the exchange alone. */
  readonly explanation?: Explanation | undefined;
  readonly knownHosts: readonly string[];
  /** The values of the exchange that are not the real ones. */
  readonly placeholders: readonly Placeholder[];
}

export interface CopyFormat {
  readonly title: string;
  /** Selects the test with hostile text. */
  readonly quoting: Quoting;
  /** Status message after copying. */
  readonly successMessage: string;
  readonly text: (exchange: Exchange, context: CopyContext) => string;
  /** Written for others to read, so private data is always redacted: all of it, or all but the tenant ID of the request. */
  readonly redacts?: 'all' | 'all-but-tenant';
  /** Requires an analysis of the surrounding exchanges. */
  readonly needsAnalysis?: true;
  /** Whether the exchange has something to copy. By default, it does. */
  readonly isAvailable?: (exchange: Exchange) => boolean;
}

/** Code that sends the request again, once the variable for the token is set. */
export const commandFormats: readonly CopyFormat[] = [
  commandFormat('cURL (bash)', 'shell', asCurlBash),
  commandFormat('cURL (cmd)', 'cmd', asCurlCmd),
  commandFormat('fetch', 'javascript', asFetch),
  commandFormat('PowerShell', 'powershell', asPowerShell),
];

function commandFormat(
  name: string,
  quoting: Quoting,
  write: (exchange: Exchange, context: CommandContext) => string,
): CopyFormat {
  return {
    title: `Copy as ${name}`,
    quoting,
    successMessage: `Copied as ${name}`,
    text: (exchange, { knownHosts, placeholders }) =>
      write(exchange, { knownHosts, placeholders: placeholders.map(({ text }) => text) }),
    isAvailable: isRepeatable,
  };
}

const reportFormats: readonly CopyFormat[] = [
  {
    title: 'Copy report for a colleague',
    quoting: 'markdown',
    successMessage: 'Copied report for a colleague',
    text: (exchange, { explanation = explain(exchange, [exchange], exchange.startedMs), placeholders }) =>
      reportForColleague(exchange, explanation, placeholders),
    redacts: 'all',
    needsAnalysis: true,
  },
  {
    title: 'Copy report for Xero support',
    quoting: 'markdown',
    successMessage: 'Copied report for Xero support',
    text: (exchange, { placeholders }) => reportForXero(exchange, diagnose(exchange), placeholders),
    redacts: 'all-but-tenant',
  },
];

const verbatimFormats: readonly CopyFormat[] = [
  {
    title: 'Copy URL',
    quoting: 'verbatim',
    successMessage: 'Copied URL',
    text: ({ request }) => encodeUnsafe(request.url),
    isAvailable: isRequestKnown,
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
  /** Whether to redact these also where that is the user's choice: in commands, URLs and bodies. */
  readonly isRedacted: boolean;
  readonly nowMs: number;
  /** Hosts that a command may send the token to without a warning, besides Xero's. */
  readonly knownHosts: readonly string[];
}

export interface CopyResult {
  readonly text: string;
  /** Whether anything besides secrets was redacted. */
  readonly isRedacted: boolean;
  /** Whether a URL or a body was copied without its secrets. A command has variables in their place. */
  readonly lacksSecrets: boolean;
}

/** Yields progress from 0 to 1. Redacts first and analyzes what remains, so that no finding can quote a private value. */
export function* renderCopy(
  format: CopyFormat,
  { exchange, log, classes, isRedacted, nowMs, knownHosts }: CopyOptions,
): Generator<number, CopyResult> {
  const chosen = format.redacts !== undefined || isRedacted ? classes : [];
  const tenant = format.redacts === 'all-but-tenant' ? tenantId(exchange) : undefined;
  // Nothing is collected for a copy that keeps the real values.
  const redactor =
    chosen.length === 0
      ? createRedactor([])
      : yield* createRedactorFor(log, chosen, tenant === undefined ? [] : [tenant]);
  const redacted = redactor.redact(exchange);
  const surrounding: Exchange[] = [];
  for (const each of format.needsAnalysis ? contextExchanges(exchange, log) : []) {
    surrounding.push(redactor.redact(each));
    yield 1;
  }
  const explanation = format.needsAnalysis ? explain(redacted, surrounding, nowMs) : undefined;
  const write = (placeholders: readonly Placeholder[], copied = redacted) =>
    format.text(copied, { explanation, knownHosts, placeholders });
  const text = write([]);
  const placeholders = redactor.placeholdersIn(text);
  return {
    text: placeholders.length === 0 ? text : write(placeholders),
    isRedacted:
      placeholders.length > 0 || (chosen.length > 0 && text !== write([], createRedactor([]).redact(exchange))),
    lacksSecrets: format.quoting === 'verbatim' && text.search(REDACTION_MARKERS) !== -1,
  };
}

function textOf(body: Body): string {
  return body.kind === 'text' ? body.text : '';
}
