// Notes on one exchange beyond its diagnosis: how it was interpreted, what is missing, what else is unusual.

import { inference, projectsRecording, specification } from '../../catalogue/citation.ts';
import { hasNoConnections } from '../match/connections.ts';
import { rootFault } from '../match/find-address-fault.ts';
import { getOperation } from '../match/match-operation.ts';
import { publicEquivalent } from '../match/public-equivalent.ts';
import { isTokenRequest } from '../match/token-request.ts';
import { unavailableMessages } from '../model/body-unavailable.ts';
import { type Exchange, isDirectToXero, isStripped } from '../model/exchange.ts';
import type { Finding } from '../model/finding.ts';
import { formatInteger } from '../text/format-number.ts';
import { quote } from '../text/quote.ts';
import { withoutFullStop } from '../text/without-full-stop.ts';
import { describeNested, describeUnreadable } from './describe-nested.ts';
import type { Diagnosis } from './diagnose.ts';
import { edgeReference } from './edge-reference.ts';
import { type NoteRule, runNoteRules } from './note-rule.ts';
import { effectiveStatus, isSuccess } from './outcome.ts';
import { getProxyNotes, proxyNoteRules } from './proxy-notes.ts';

export function getNotes(exchange: Exchange, diagnosis: Diagnosis): Finding[] {
  return [
    ...runNoteRules(addressAndStatusRules, exchange, diagnosis),
    ...getProxyNotes(exchange, diagnosis),
    ...runNoteRules(deliveryRules, exchange, diagnosis),
  ];
}

const addressAndStatusRules: readonly NoteRule[] = [
  // Checks report unsupported operations within the API's path.
  {
    id: 'outside-projects-api',
    title: 'URL outside the Projects API',
    severity: 'note',
    citation: specification,
    observe: (exchange) =>
      exchange.match.path === undefined && rootFault(exchange) === undefined && !isTokenRequest(exchange)
        ? { observed: 'This URL is Xero’s, but outside the Projects API (`/projects.xro/2.0`)' }
        : undefined,
  },
  {
    id: 'public-equivalent',
    title: 'Private Xero service',
    severity: 'note',
    citation: inference,
    observe(exchange) {
      const found = rootFault(exchange);
      if (found?.fault !== 'web-app') return;
      const { observed, citation } = found;
      const request = publicEquivalent(exchange.request.method, exchange.request.url, found.rest);
      return {
        observed: `${observed}. ${request === undefined ? 'The public API has no equivalent request' : `The equivalent public request is ${quote(request, 120)}`}`,
        citation,
      };
    },
  },
  {
    id: 'connections-empty',
    title: 'No organisation connected',
    severity: 'note',
    citation: {
      basis: 'documented',
      title: 'Xero maintainer, Xero-OpenAPI issue 585',
      url: 'https://github.com/XeroAPI/Xero-OpenAPI/issues/585',
      retrieved: '2026-11-30',
    },
    observe: (exchange) =>
      hasNoConnections(exchange)
        ? { observed: 'The list is empty. The connection was deleted, or the token belongs to another user' }
        : undefined,
  },
  {
    id: 'status-rewritten',
    title: 'Response inside a response',
    severity: 'note',
    citation: inference,
    observe(exchange, { evidence }) {
      const observed = describeNested(exchange, evidence);
      return observed === undefined ? undefined : { observed, certainty: evidence.nested?.certainty ?? 'certain' };
    },
  },
  {
    id: 'response-unreadable',
    title: 'Response your server couldn’t parse',
    severity: 'note',
    citation: inference,
    observe(_, { evidence }) {
      const observed = describeUnreadable(evidence);
      return observed === undefined ? undefined : { observed };
    },
  },
  {
    id: 'error-wrapped',
    title: 'Xero error inside another response',
    severity: 'note',
    citation: inference,
    observe: ({ response }, { evidence }) =>
      evidence.isWrapped && evidence.status === response.status && evidence.nested?.certainty !== 'likely'
        ? { observed: 'A proxy wrote this response, and Xero’s error is inside it' }
        : undefined,
  },
  {
    id: 'edge-reference',
    title: 'Support reference number',
    severity: 'note',
    citation: inference,
    observe(exchange) {
      const reference = edgeReference(exchange);
      return reference === undefined
        ? undefined
        : { observed: `Support can find this request by its reference number, ${quote(reference, 80)}` };
    },
  },
  {
    id: 'status-not-documented',
    title: 'Undocumented success status',
    severity: 'note',
    citation: projectsRecording,
    observe(exchange) {
      const { match, response } = exchange;
      const row = match.operation === undefined ? undefined : getOperation(match.operation);
      const { documentedStatus, recordedStatus } = row ?? {};
      if (!isSuccess(exchange) || recordedStatus === documentedStatus || recordedStatus !== response.status) return;
      return {
        observed: `The documentation says ${documentedStatus}, but recordings of August 2026 show ${recordedStatus}. Treat both as success`,
      };
    },
  },
];

/** How the request was sent, and how the response reached the page and the panel. */
const deliveryRules: readonly NoteRule[] = [
  {
    id: 'token-unavailable',
    title: 'Token not in the file',
    severity: 'note',
    citation: inference,
    observe: (exchange) =>
      exchange.source === 'import' &&
      isStripped(exchange.request.token) &&
      isDirectToXero(exchange) &&
      [401, 403].includes(effectiveStatus(exchange))
        ? { observed: 'The file doesn’t show the token. The export may have left it out, so it couldn’t be checked' }
        : undefined,
  },
  {
    id: 'browser-error',
    title: 'Network error',
    severity: 'note',
    citation: inference,
    observe: ({ failure, source }) =>
      failure?.message ? { observed: `${errorReporters[source]} ${quote(failure.message)}` } : undefined,
  },
  {
    id: 'browser-error-missing',
    title: 'No error message',
    severity: 'note',
    citation: inference,
    observe: ({ failure, source }) =>
      failure?.kind !== 'network' || failure.message ? undefined : { observed: missingErrors[source] },
  },
  {
    id: 'response-blocked',
    title: 'Response blocked or incomplete',
    severity: 'note',
    citation: inference,
    observe({ failure, response, source }) {
      if (failure === undefined || !(response.status > 0)) return;
      const incomplete = source === 'browser' ? 'the page didn’t get all of it' : 'it’s incomplete';
      const outcome = failure.kind === 'cors' ? 'the browser blocked it' : incomplete;
      return { observed: `A response with status ${response.status} arrived, but ${outcome}` };
    },
  },
  {
    id: 'preflight-refused',
    title: 'Preflight rejected',
    severity: 'note',
    citation: inference,
    observe: ({ failure, preflight, response }) =>
      failure?.kind === 'cors' && preflight && !(response.status > 0)
        ? {
            observed: `The preflight response (OPTIONS, status ${preflight.status}) doesn’t allow the request. The request wasn’t sent`,
          }
        : undefined,
  },
  {
    id: 'body-not-text',
    title: 'Binary body',
    severity: 'note',
    citation: inference,
    observe: ({ response: { body } }) =>
      body.kind === 'binary' ? { observed: `The body isn’t text (${body.bytes} bytes)` } : undefined,
  },
  {
    id: 'body-truncated',
    title: 'Body truncated',
    severity: 'note',
    citation: inference,
    observe: ({ response: { body } }) =>
      body.kind === 'text' && body.missingChars !== undefined
        ? {
            observed: `Only the start of the body was read. The remaining ${formatInteger(body.missingChars)} characters weren’t`,
          }
        : undefined,
  },
  {
    id: 'body-unavailable',
    title: 'Body unavailable',
    severity: 'note',
    citation: inference,
    observe({ response: { body } }) {
      if (body.kind !== 'unavailable') return;
      const file = body.reason === 'in-other-file' && body.detail ? `: ${quote(body.detail)}` : '';
      return { observed: withoutFullStop(unavailableMessages[body.reason]) + file };
    },
  },
  {
    id: 'body-malformed',
    title: 'Malformed JSON',
    severity: 'note',
    citation: inference,
    observe: (_, { evidence }) =>
      evidence.isMalformed
        ? { observed: 'The body is truncated or malformed JSON. The readable part is used here' }
        : undefined,
  },
  {
    id: 'service-worker',
    title: 'Handled by a service worker',
    severity: 'note',
    citation: inference,
    observe: ({ viaServiceWorker }) =>
      viaServiceWorker ? { observed: 'The page’s service worker handled this request' } : undefined,
  },
];

/** The titles of the other failures name the reason. */
const errorReporters = {
  browser: 'The browser reports',
  server: 'The server reports',
  import: 'The file says',
} as const;

const missingErrors = {
  browser: 'The browser gives no reason. Firefox reports cancelled and failed requests alike',
  server: 'The server’s recorder gives no reason',
  import: 'The file gives no reason. The request may have been cancelled',
} as const;

export const noteRules: readonly NoteRule[] = [...addressAndStatusRules, ...proxyNoteRules, ...deliveryRules];
