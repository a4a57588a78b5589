// Notes on what a proxy between the page and Xero changed in a response.

import { apiHost } from '../../catalogue/api-address.ts';
import { type Citation, gatewayRecording, inference, limits, specification } from '../../catalogue/citation.ts';
import { type IntermediaryRow, intermediaries } from '../../catalogue/intermediaries.ts';
import { type Exchange, getHeader } from '../model/exchange.ts';
import type { Finding } from '../model/finding.ts';
import { withoutFullStop } from '../text/without-full-stop.ts';
import type { Diagnosis } from './diagnose.ts';
import { type NoteRule, runNoteRules } from './note-rule.ts';
import { shouldHaveXeroHeaders } from './origin.ts';
import type { ParsedResponse } from './parse-response.ts';

/** Empty for requests to Xero's host, which have no proxy. */
export function getProxyNotes(exchange: Exchange, diagnosis: Diagnosis): Finding[] {
  const { match, response, request, viaServiceWorker } = exchange;
  if (match.matchedBy === 'host' || response.status === 0 || response.headers.length === 0) return [];
  // A response pasted without its request has Xero's own address.
  if (URL.canParse(request.url) && new URL(request.url).hostname === apiHost) return [];
  const [author] = runNoteRules(authorRules, exchange, diagnosis);
  if (author !== undefined) return [author];
  const present = runNoteRules(changedHeaderRules, exchange, diagnosis);
  // Chromium shows only some headers of requests that a service worker handled.
  const isPartial = viaServiceWorker || response.status === 304;
  // The server's side, which the explanation shows, has what is missing.
  if (exchange.forwarded) return present;
  return isPartial || !shouldHaveXeroHeaders(exchange, diagnosis.evidence)
    ? present
    : [...present, ...runNoteRules(missingHeaderRules, exchange, diagnosis)];
}

/** The sources for what Xero sends. That a proxy changed it is our conclusion. */
const fromSpecification: Citation = { ...specification, basis: 'inferred' };
const fromLimits: Citation = { ...limits, basis: 'inferred' };
const fromRecordings: Citation = { ...gatewayRecording, basis: 'inferred' };

/** Who wrote the response, if not Xero. The first match is the only note, because nothing else about such a response matters. */
const authorRules: readonly NoteRule[] = [
  {
    id: 'proxy-response',
    title: 'Response written by a proxy',
    severity: 'note',
    citation: inference,
    observe({ response }) {
      const found = intermediaries.find((row) => isAuthor(row, response, bodyStart(response)));
      if (found === undefined) return;
      const certainty = found.ambiguity === undefined ? 'certain' : 'likely';
      return { observed: withoutFullStop(describeAuthor(found)), certainty, citation: found.citation };
    },
  },
  {
    id: 'html-page',
    title: 'HTML page with success status',
    severity: 'note',
    citation: fromSpecification,
    observe({ response }) {
      const isPage = /^\s*(?:<!doctype html|<html[\s>])/i.test(bodyStart(response));
      if (!isPage || response.status < 200 || response.status >= 300) return;
      return {
        observed:
          'The response is an HTML page, but the specification has only JSON with a success status. Your server sent its own page for this path',
      };
    },
  },
];

const changedHeaderRules: readonly NoteRule[] = [
  // Xero's errors can have an unexpected content type; its successes are `application/json`.
  {
    id: 'content-type-changed',
    title: 'Content type changed',
    severity: 'note',
    citation: fromSpecification,
    observe({ response }, { id }) {
      const type = getHeader(response.headers, 'content-type');
      if (id !== 'success' || response.body.kind !== 'text' || !/^\s*[{[]/.test(response.body.text)) return;
      if (type !== undefined && /\bjson\b/i.test(type)) return;
      const declared = /^[\w.+-]+\/[\w.+-]+/.exec(type ?? '')?.[0];
      return {
        observed: `The body is JSON, but the response has ${declared ? `\`Content-Type: ${declared.slice(0, 80)}\`` : 'no JSON content type'}. Xero sends \`application/json\`, so a proxy changed it`,
      };
    },
  },
  // These resemble Xero's headers, and proxies are known to add them.
  {
    id: 'rate-limit-header-added',
    title: 'Rate limit header not Xero’s',
    severity: 'note',
    citation: inference,
    observe({ response }) {
      const found = response.headers.find(([name]) => /^x-ratelimit-[a-z-]{1,40}$/.test(name));
      return (
        found && {
          observed: `\`${found[0]}\` isn’t Xero’s. It’s a limit of your proxy or of another service in between`,
        }
      );
    },
  },
];

const LEFT_OUT = 'Your proxy or the tool that wrote the file may have left it out';

const missingHeaderRules: readonly NoteRule[] = [
  {
    id: 'limit-name-missing',
    title: 'Limit unknown',
    severity: 'note',
    citation: fromLimits,
    observe({ source }, { evidence }) {
      const { nested } = evidence;
      if (nested?.status !== 429 || !lacksHeaders(evidence, 'x-rate-limit-problem')) return;
      return source === 'import'
        ? {
            observed: `There is no \`X-Rate-Limit-Problem\`, so it’s unknown which limit was reached. ${LEFT_OUT}`,
            certainty: 'possible',
          }
        : {
            observed: 'Your server dropped `X-Rate-Limit-Problem`, so it’s unknown which limit was reached',
            certainty: nested.certainty,
          };
    },
  },
  {
    id: 'correlation-id-missing',
    title: 'Xero-Correlation-Id missing',
    severity: 'note',
    citation: fromRecordings,
    observe({ source }, { evidence, correlationId }) {
      // Xero's error can contain it too.
      if (correlationId !== undefined) return;
      if (source === 'import') {
        return {
          observed: `The response has no \`Xero-Correlation-Id\`, which Xero support uses to find requests. ${LEFT_OUT}`,
          certainty: 'possible',
        };
      }
      return alwaysHasId(evidence.status)
        ? {
            observed: 'Your proxy doesn’t forward `Xero-Correlation-Id`. Xero support finds requests by this ID',
          }
        : {
            observed:
              'The response has no `Xero-Correlation-Id`, which Xero support uses to find requests. Your proxy may not forward it',
            certainty: 'possible',
          };
    },
  },
  {
    id: 'limit-headers-missing',
    title: 'Rate limit headers missing',
    severity: 'note',
    citation: fromLimits,
    observe({ source }, { evidence }) {
      // Xero does not send them with 401 and 403.
      if (evidence.status === 401 || evidence.status === 403) return;
      if (!lacksHeaders(evidence, 'x-minlimit-remaining', 'x-daylimit-remaining', 'x-appminlimit-remaining')) return;
      return source === 'import'
        ? {
            observed: `The response has no \`X-MinLimit-Remaining\` or other limit header. ${LEFT_OUT}`,
            certainty: 'possible',
          }
        : {
            observed:
              'Your proxy doesn’t forward `X-MinLimit-Remaining` and the other limit headers. Remaining requests are estimated from those captured',
          };
    },
  },
];

export const proxyNoteRules: readonly NoteRule[] = [...authorRules, ...changedHeaderRules, ...missingHeaderRules];

type Response = Exchange['response'];

function bodyStart({ body }: Response): string {
  return body.kind === 'text' ? body.text.slice(0, MAX_SEARCH_CHARS) : '';
}

const MAX_SEARCH_CHARS = 65_536;

function lacksHeaders({ headers }: ParsedResponse, ...names: string[]): boolean {
  return names.every((name) => getHeader(headers, name) === undefined);
}

function isAuthor(row: IntermediaryRow, { status, headers }: Response, body: string): boolean {
  if (row.status === 'failed' ? status < 400 : row.status !== undefined && row.status !== status) return false;
  if (row.header && !row.header[1].test(getHeader(headers, row.header[0]) ?? '')) return false;
  return row.body?.test(body) ?? true;
}

function describeAuthor({ title, ambiguity, says = '' }: IntermediaryRow): string {
  const authors = {
    none: `${title} wrote this response. It isn’t from Xero.`,
    'also-before-xero': `${title} wrote this response. It came from your proxy, unless ${title} also runs in front of Xero.`,
    'looks-like-it': `This looks like a response from ${title}.`,
  };
  return `${authors[ambiguity ?? 'none']} ${says}`.trim();
}

/** All recorded responses with these statuses have the header. Other errors were not recorded. */
function alwaysHasId(status: number): boolean {
  return (status >= 200 && status < 300) || [401, 403, 429].includes(status);
}
