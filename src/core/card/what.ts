// What happened: a fact, in the words of this exchange.

import type { Diagnosis } from '../diagnose/diagnose.ts';
import { messageOrigin } from '../diagnose/message-author.ts';
import { isConnectionsRequest } from '../match/connections.ts';
import { type Exchange, isMadeByServer, tenantId } from '../model/exchange.ts';
import type { Finding } from '../model/finding.ts';
import type { LikelyCause } from '../rules/causes/likely-causes.ts';
import { plural } from '../text/plural.ts';
import { quote } from '../text/quote.ts';
import { countItems } from './count-items.ts';
import type { OrganisationNames } from './organisations.ts';

export interface What {
  /** How the explained response was found inside another response. */
  readonly notes: readonly Finding[];
  readonly text: string;
  /** The response's own message. */
  readonly quote?: { readonly origin: string; readonly text: string };
  /** The error of a request without a response, and who reports it. */
  readonly networkError?: { readonly text: string; readonly reporter: 'browser' | 'server'; readonly note: Finding };
  /** The organisation that was refused. */
  readonly tenant?: { readonly id: string; readonly name: string | undefined };
  /** An organisation that the same token works for, and the cause that names it. */
  readonly worked?: { readonly id: string; readonly name: string | undefined; readonly cause: LikelyCause };
}

interface WhatContext {
  readonly names: OrganisationNames;
  readonly notes: readonly Finding[];
  readonly worked: LikelyCause | undefined;
}

/** A longer message is cut off: the response's tab has all of it. */
const MAX_QUOTE_CHARS = 300;

export function whatHappened(exchange: Exchange, diagnosis: Diagnosis, { names, notes, worked }: WhatContext): What {
  const tenant = refusedTenant(exchange, diagnosis);
  const quoted = quoteOf(exchange, diagnosis);
  const reporter = isMadeByServer(exchange) ? 'server' : 'browser';
  const error = notes.find(({ ruleId }) => ruleId === 'browser-error');
  return {
    notes: notes.filter(({ ruleId }) => ruleId === 'status-rewritten' || ruleId === 'response-unreadable'),
    text: names.inText(textOf(exchange, diagnosis), exchange),
    ...(quoted && { quote: quoted }),
    ...(error && exchange.failure && { networkError: { text: exchange.failure.message, reporter, note: error } }),
    ...(tenant !== undefined && { tenant: { id: tenant, name: names.nameOf(tenant) } }),
    ...(tenant !== undefined &&
      worked?.tenantToSend !== undefined && {
        worked: { id: worked.tenantToSend, name: names.nameOf(worked.tenantToSend), cause: worked },
      }),
  };
}

function textOf(exchange: Exchange, diagnosis: Diagnosis): string {
  const { row, fieldErrors } = diagnosis;
  if (row.severity === 'success') return countedText(exchange) ?? row.meaning;
  return (
    (diagnosis.id === 'validation-failed' ? rejectedText(exchange, diagnosis, fieldErrors.length) : undefined) ??
    row.meaning
  );
}

/** `Xero returned 50 projects, page 2 of 3.` */
function countedText(exchange: Exchange): string | undefined {
  const counted = countItems(exchange);
  if (counted === undefined) return undefined;
  const noun = nouns[exchange.match.operation ?? (isConnectionsRequest(exchange) ? 'connections' : '')];
  if (noun === undefined) return undefined;
  const { count, page, pageCount } = counted;
  const where = page !== undefined && pageCount !== undefined && pageCount > 1 ? `, page ${page} of ${pageCount}` : '';
  return `Xero returned ${count === 0 ? `no ${noun[1]}` : plural(count, ...noun)}${where}.`;
}

const nouns: Readonly<Record<string, readonly [singular: string, plural: string]>> = {
  getProjects: ['project', 'projects'],
  getTasks: ['task', 'tasks'],
  getTimeEntries: ['time entry', 'time entries'],
  getProjectUsers: ['user', 'users'],
  connections: ['connection', 'connections'],
};

function rejectedText(exchange: Exchange, { evidence, fieldErrors }: Diagnosis, count: number): string | undefined {
  const keys = fieldErrors.filter(({ key }) => key !== '');
  const [only] = keys;
  if (only === undefined || keys.length < count) return undefined;
  const origin = messageOrigin(exchange, evidence);
  const rejection = origin === 'The response' ? 'The response rejects' : `${origin} rejected`;
  return `${rejection} ${keys.length === 1 ? quote(only.field?.name ?? only.key, 60) : plural(keys.length, 'field')}.`;
}

/** `undefined` if the card says the same elsewhere. */
function quoteOf(exchange: Exchange, { row, evidence, fieldErrors }: Diagnosis): What['quote'] {
  const { message } = evidence;
  if (message === undefined || row.severity === 'success') return undefined;
  if (fieldErrors.some(({ messages }) => messages.includes(message))) return undefined;
  const text = message.length > MAX_QUOTE_CHARS ? `${message.slice(0, MAX_QUOTE_CHARS)}…` : message;
  return { origin: messageOrigin(exchange, evidence), text };
}

function refusedTenant(exchange: Exchange, { id, evidence }: Diagnosis): string | undefined {
  return id === 'tenant-refused' && evidence.status === 403 && exchange.match.path !== undefined
    ? tenantId(exchange)
    : undefined;
}
