// Finds the private values in an exchange: values whose name identifies their class.

import { cachePerObject } from '../model/cache-per-object.ts';
import { type Body, type Exchange, serverSideOf, UNAVAILABLE_VALUE } from '../model/exchange.ts';
import { MAX_JSON_NESTING, rewriteJsonStrings } from '../secrets/rewrite-json-strings.ts';
import { decodeEntities } from '../text/html-entities.ts';
import { isLooseUuid } from '../text/uuid.ts';
import { classifyName, isListName, type RedactionClass } from './classes.ts';
import { isUrlHeader } from './url-headers.ts';

/** Calls `learn` with each private value. The result is cached for the lifetime of the exchange. */
export function collectPrivateValues(exchange: Exchange, learn: Learn): void {
  for (const [redactionClass, value] of valuesOf(exchange)) learn(redactionClass, value);
}

// Searching thousands of bodies for each copy would take seconds.
const valuesOf = cachePerObject(findValues);

type PrivateValue = readonly [redactionClass: RedactionClass, value: string];
type Learn = (redactionClass: RedactionClass, value: string) => void;

function findValues(exchange: Exchange): readonly PrivateValue[] {
  const all: PrivateValue[] = [];
  const seen = new Set<string>();
  const learn: Learn = (redactionClass, value) => {
    const key = `${redactionClass} ${value}`;
    if (seen.has(key)) return;
    seen.add(key);
    all.push([redactionClass, value]);
  };
  search(exchange, learn);
  const serverSide = serverSideOf(exchange);
  if (serverSide) search(serverSide, learn);
  return all;
}

function search(exchange: Exchange, learn: Learn): void {
  const { request, response } = exchange;
  learnUrl(request.url, learn);
  for (const [name, value] of [...request.headers, ...response.headers]) {
    if (value === UNAVAILABLE_VALUE) continue;
    const redactionClass = classifyName(name);
    // A header that was sent twice holds a list.
    if (redactionClass)
      for (const each of redactionClass === 'tenants' ? value.split(',') : [value]) learn(redactionClass, each.trim());
    const [, personName] = mailbox.exec(value) ?? [];
    if (personName !== undefined) learn('names', personName);
    if (isUrlHeader(name)) learnUrl(value, learn);
    else if (/^\s*[[{]/.test(value)) learnText(value, learn, MAX_JSON_NESTING);
  }
  for (const body of [request.body, response.body]) learnBody(body, learn);
  if (request.token?.clientId) learn('ids', request.token.clientId);
}

/** `Jo Wilson <jo@acme.example>` */
const mailbox = /^\s{0,10}"?([^"<>@]{2,100}?)"?\s{0,10}<[^<>@\s]{1,255}@[^<>@\s]{1,255}>/;

/** Also searches the fragment, because some routers put path and query there. */
function learnUrl(address: string, learn: Learn): void {
  for (const part of address.split('#')) {
    const query = part.indexOf('?');
    if (query !== -1) learnParameters(part.slice(query + 1), learn);
    learnPath(query === -1 ? part : part.slice(0, query), learn);
  }
}

/** `/tenants/{id}/…`: only UUIDs count as ids. */
function learnPath(path: string, learn: Learn): void {
  const parts = path.split('/');
  for (const [i, part] of parts.entries()) {
    const redactionClass = isLooseUuid(part) ? classifyName('id', parts[i - 1]) : undefined;
    if (redactionClass !== undefined) learn(redactionClass, part);
    // Xero's web app has the organisation's short code in its URLs.
    else if (/^![\w-]{3,10}$/.test(part)) learn('tenants', part);
  }
}

function learnBody(body: Body, learn: Learn): void {
  if (body.kind === 'text') learnText(body.text, learn, MAX_JSON_NESTING);
}

function learnText(text: string, learn: Learn, levels: number): void {
  if (levels === 0) return;
  // `\s` includes the byte order mark.
  if (/^\s*["{[]/.test(text)) learnJson(text, learn, levels);
  else if (/^\s*</.test(text)) learnXml(text, learn);
  else if (/^[^\s={}<>"&]+=[^\s{}<>"]*$/.test(text)) learnParameters(text, learn);
  else {
    // Proxies put the response that they received into a sentence.
    const json = text.search(/[{[]\s{0,20}(?:\{\s{0,20})?"/);
    if (json !== -1) learnJson(text.slice(json), learn, levels);
  }
}

function learnJson(text: string, learn: Learn, levels: number): void {
  /** A connection has both a `tenantId` and an `id`, in either order. */
  const ids = new Map<object, string>();
  const connections = new Set<object>();
  rewriteJsonStrings(
    text,
    (value, context) => {
      if (context.isKey || context.key === undefined) return value;
      learnText(value, learn, levels - 1);
      if (context.inModelState) return value;
      const redactionClass = classifyName(context.key, context.parent);
      if (redactionClass !== undefined && (context.isDirect || redactionClass !== 'names' || isListName(context.key)))
        learn(redactionClass, value);
      if (/^id$/i.test(context.key)) ids.set(context.container, value);
      if (/^tenantId$/i.test(context.key)) connections.add(context.container);
      return value;
    },
    (between) => between,
  );
  for (const container of connections) {
    const id = ids.get(container);
    if (id !== undefined) learn('tenants', id);
  }
}

/** The format of the Accounting API unless JSON is requested. */
function learnXml(text: string, learn: Learn): void {
  for (const [, name = '', value = ''] of text.matchAll(element)) {
    const redactionClass = classifyName(name.slice(name.indexOf(':') + 1));
    if (redactionClass !== undefined) learn(redactionClass, decodeEntities(value));
  }
}

const element = /<([\w.-]{1,40}(?::[\w.-]{1,40})?)(?:\s[^<>]{0,300})?>([^<>]{1,4000})<\//g;

/** Searches a query or a form. Some parameters take several values, separated by commas. */
function learnParameters(text: string, learn: Learn): void {
  for (const [name, value] of new URLSearchParams(text)) {
    const redactionClass = classifyName(name);
    if (redactionClass === undefined) continue;
    for (const each of redactionClass === 'names' ? [value] : value.split(',')) learn(redactionClass, each.trim());
  }
}
