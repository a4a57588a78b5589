// What a proxy between the page and Xero did to an answer, as far as that is plainly visible, a sentence each.

import { apiHost } from '../../catalogue/api-address.ts';
import { answerAuthors, type IntermediaryRow } from '../../catalogue/intermediaries.ts';
import { type Exchange, getHeader } from '../model/exchange.ts';
import type { Diagnosis } from './diagnose.ts';
import { shouldHaveXeroHeaders } from './origin.ts';

/** Empty for Xero's own host, where nothing lies between. */
export function getProxyNotes(exchange: Exchange, diagnosis: Diagnosis): string[] {
  const { match, response, request, viaServiceWorker } = exchange;
  if (match.matchedBy === 'host' || response.status === 0 || response.headers.length === 0) return [];
  // What was pasted without its request stands under Xero's own address.
  if (URL.canParse(request.url) && new URL(request.url).hostname === apiHost) return [];
  const author = authorOf(exchange);
  if (author !== undefined) return [author];
  const present = [...typeRemarks(exchange, diagnosis), ...ownLimits(exchange)];
  // Chromium shows a part of the headers only where a service worker handled the call.
  const isPartial = viaServiceWorker || response.status === 304;
  return isPartial || !shouldHaveXeroHeaders(exchange, diagnosis.evidence)
    ? present
    : [...present, ...missing(exchange, diagnosis)];
}

function authorOf({ response }: Exchange): string | undefined {
  const body = response.body.kind === 'text' ? response.body.text.slice(0, MAX_SEARCH_CHARS) : '';
  const found = answerAuthors.find((row) => hasWritten(row, response, body));
  if (found) return wordsOf(found);
  const isPage = /^\s*(?:<!doctype html|<html[\s>])/i.test(body);
  return isPage && response.status >= 200 && response.status < 300
    ? 'The answer is an HTML page, which the API never sends with a success: your server gave a page of its own for this path.'
    : undefined;
}

const MAX_SEARCH_CHARS = 65_536;

function hasWritten(row: IntermediaryRow, { status, headers }: Exchange['response'], body: string): boolean {
  if (row.status === 'failed' ? status < 400 : row.status !== undefined && row.status !== status) return false;
  if (row.header && !row.header[1].test(getHeader(headers, row.header[0]) ?? '')) return false;
  return row.body?.test(body) ?? true;
}

function wordsOf({ title, ambiguity, says = '' }: IntermediaryRow): string {
  const authors = {
    none: `${title} wrote this answer, it is not Xero’s.`,
    'also-before-xero': `${title} wrote this answer: your proxy’s own, unless one like it stands before Xero.`,
    'looks-like-it': `This looks like an answer of ${title}.`,
  };
  return `${authors[ambiguity ?? 'none']} ${says}`.trim();
}

function missing({ response }: Exchange, { evidence }: Diagnosis): string[] {
  const lacks = (...names: string[]) => names.every((name) => getHeader(response.headers, name) === undefined);
  const list: string[] = [];
  if (lacks('xero-correlation-id')) {
    list.push(
      isSeenWithId(evidence.status)
        ? 'Your proxy does not pass on `Xero-Correlation-Id`, by which Xero’s support finds a call.'
        : 'The answer has no `Xero-Correlation-Id`, by which Xero’s support finds a call: your proxy may not pass it on.',
    );
  }
  // Xero does not send them with 401 and 403.
  const mayLack = evidence.status === 401 || evidence.status === 403;
  if (!mayLack && lacks('x-minlimit-remaining', 'x-daylimit-remaining', 'x-appminlimit-remaining')) {
    list.push(
      'Your proxy does not pass on `X-MinLimit-Remaining` and its siblings: what is left of the limits is counted from the calls seen.',
    );
  }
  return list;
}

/** With these the header was recorded every time; of other errors there is no recording. */
function isSeenWithId(status: number): boolean {
  return (status >= 200 && status < 300) || [401, 403, 429].includes(status);
}

/** They look like Xero's, and were seen to be added on the way. */
function ownLimits({ response }: Exchange): string[] {
  const found = response.headers.find(([name]) => /^x-ratelimit-[a-z-]{1,40}$/.test(name));
  return found
    ? [`\`${found[0]}\` is not Xero’s: it tells of a limit of your proxy, or of another service in between.`]
    : [];
}

/** Xero itself sends errors with odd types; its successes are JSON that says so. */
function typeRemarks({ response }: Exchange, { id }: Diagnosis): string[] {
  const type = getHeader(response.headers, 'content-type');
  if (id !== 'success' || response.body.kind !== 'text' || !/^\s*[{[]/.test(response.body.text)) return [];
  if (type !== undefined && /\bjson\b/i.test(type)) return [];
  const given = /^[\w.+-]+\/[\w.+-]+/.exec(type ?? '')?.[0];
  return [
    `The body is JSON, but the answer ${given ? `says \`${given.slice(0, 80)}\`` : 'does not say so'}: Xero sends \`application/json\`, and a proxy changed it.`,
  ];
}
