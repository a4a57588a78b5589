// What a server changed about a request that it forwarded for the page, and about its response. Known because both sides were recorded.

import { type Exchange, isStripped, serverSideOf, type Token } from '../model/exchange.ts';
import { quote } from '../text/quote.ts';
import { stripQuery } from '../text/url.ts';
import { compare } from './compare.ts';
import type { ComparedRow, Comparison, SectionId } from './comparison.ts';

/** Sentences without a final full stop, with `code` in backticks. Empty if no server forwarded the request. */
export function proxyChanges(page: Exchange): string[] {
  const server = serverSideOf(page);
  if (server === undefined) return [];
  const comparison = compare(page, server);
  const rowsOf = (id: SectionId) => comparableRows(comparison, id);
  const { request, response } = server;
  return [
    `Sent on to ${quote(stripQuery(request.url), MAX_URL_CHARS)}`,
    ...sentence('Added to the query', named(rowsOf('query'), 'added')),
    ...sentence('Removed from the query', named(rowsOf('query'), 'missing')),
    ...sentence('Changed in the query', named(rowsOf('query'), 'changed')),
    ...tokenChange(page.request.token, request.token),
    ...sentence('Added to the request', named(rowsOf('request-headers'), 'added')),
    ...sentence('Removed from the request', named(rowsOf('request-headers'), 'missing')),
    ...sentence('Changed in the request', named(rowsOf('request-headers'), 'changed')),
    ...(rowsOf('request-body').length > 0 ? ['Changed the request body'] : []),
    ...(response.status === page.response.status
      ? []
      : [`Changed the status from ${response.status || 'none'} to ${page.response.status || 'none'}`]),
    ...sentence('Added to the response', named(rowsOf('response-headers'), 'missing')),
    ...sentence('Removed from the response', named(rowsOf('response-headers'), 'added')),
    ...sentence('Changed in the response', named(rowsOf('response-headers'), 'changed')),
    ...(rowsOf('response-body').length > 0 ? ['Changed the response body'] : []),
  ];
}

const MAX_URL_CHARS = 200;
const MAX_NAMES = 12;

/**
 * The two sides of one request differ less than two requests do. Redacted values can't be compared, because each side redacted its own.
 */
function comparableRows({ sections }: Comparison, id: SectionId): ComparedRow[] {
  const rows = sections.find((each) => each.id === id)?.rows ?? [];
  return rows.filter(
    (row) =>
      row.kind !== 'same' &&
      !ofConnection.has(row.reason ?? '') &&
      !(changeOf(row) === 'changed' && (isRedacted(row.a) || isRedacted(row.b))),
  );
}

/** Reasons of `expectedHeaders` for headers that every server sets for itself. */
const ofConnection: ReadonlySet<string> = new Set([
  ...['depends on the body', 'connection settings', 'not always reported', 'time of the response', 'duration'],
  ...['the page that made the request', 'set by the recorder'],
]);

function isRedacted(text: string | undefined): boolean {
  return text?.includes('[redacted') ?? false;
}

function named(rows: readonly ComparedRow[], change: 'added' | 'missing' | 'changed'): string[] {
  return rows.filter((row) => changeOf(row) === change).map(({ name }) => name);
}

function changeOf({ a, b }: ComparedRow): 'added' | 'missing' | 'changed' {
  if (a === undefined) return 'added';
  return b === undefined ? 'missing' : 'changed';
}

function sentence(start: string, names: readonly string[]): string[] {
  if (names.length === 0) return [];
  const shown = names.slice(0, MAX_NAMES).map((name) => quote(name, 60));
  const more = names.length - shown.length;
  return [`${start}: ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`];
}

/** A recorder removes the signature of a token, so only the claims of two tokens can be compared. */
function tokenChange(sent: Token | undefined, forwarded: Token | undefined): string[] {
  const [had, has] = [sent, forwarded].map((token) => token !== undefined && token.kind !== 'missing');
  if (had === has) {
    if (!sent || !forwarded || isStripped(sent) || isStripped(forwarded)) return [];
    const isSame =
      sent.kind === forwarded.kind && sent.clientId === forwarded.clientId && sent.expiresMs === forwarded.expiresMs;
    return isSame ? [] : ['Replaced the token'];
  }
  return [has ? 'Added the token' : 'Removed the token'];
}
