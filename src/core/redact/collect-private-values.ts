// Looks in an exchange for what is to be replaced: values that stand under a name that tells what they are.

import { type Body, type Exchange, UNAVAILABLE_VALUE } from '../model/exchange.ts';
import { MAX_JSON_NESTING, rewriteJsonStrings } from '../secrets/rewrite-json-strings.ts';
import { isLooseUuid } from '../text/uuid.ts';
import { classifyName, isListName, type RedactionClass } from './classes.ts';
import { decodeEntities } from './html-entities.ts';
import { isUrlHeader } from './url-headers.ts';

/** Calls `learn` with each value that is found. What was found is remembered as long as the exchange lives. */
export function collectPrivateValues(exchange: Exchange, learn: Learn): void {
  const known = found.get(exchange) ?? valuesIn(exchange);
  found.set(exchange, known);
  for (const [of, value] of known) learn(of, value);
}

// Exchanges are immutable, and to look through thousands of bodies for each copy would take seconds.
const found = new WeakMap<Exchange, readonly PrivateValue[]>();

type PrivateValue = readonly [of: RedactionClass, value: string];
type Learn = (of: RedactionClass, value: string) => void;

function valuesIn(exchange: Exchange): readonly PrivateValue[] {
  const all: PrivateValue[] = [];
  const seen = new Set<string>();
  search(exchange, (of, value) => {
    const key = `${of} ${value}`;
    if (seen.has(key)) return;
    seen.add(key);
    all.push([of, value]);
  });
  return all;
}

function search(exchange: Exchange, learn: Learn): void {
  const { request, response } = exchange;
  learnAddress(request.url, learn);
  for (const [name, value] of [...request.headers, ...response.headers]) {
    if (value === UNAVAILABLE_VALUE) continue;
    const of = classifyName(name);
    if (of) learn(of, value);
    const [, who] = mailbox.exec(value) ?? [];
    if (who !== undefined) learn('names', who);
    if (isUrlHeader(name)) learnAddress(value, learn);
    else if (/^\s*[[{]/.test(value)) learnText(value, learn, MAX_JSON_NESTING);
  }
  for (const body of [request.body, response.body]) learnBody(body, learn);
  if (request.token?.clientId) learn('ids', request.token.clientId);
}

/** `Jo Wilson <jo@acme.example>` */
const mailbox = /^\s{0,10}"?([^"<>@]{2,100}?)"?\s{0,10}<[^<>@\s]{1,255}@[^<>@\s]{1,255}>/;

/** Also of a router that keeps its path and query behind the `#`. */
function learnAddress(address: string, learn: Learn): void {
  for (const part of address.split('#')) {
    const query = part.indexOf('?');
    if (query !== -1) learnParameters(part.slice(query + 1), learn);
    learnPath(query === -1 ? part : part.slice(0, query), learn);
  }
}

/** `/tenants/{id}/…`: only what looks like an id is one. */
function learnPath(path: string, learn: Learn): void {
  const parts = path.split('/');
  for (const [i, part] of parts.entries()) {
    const of = isLooseUuid(part) ? classifyName('id', parts[i - 1]) : undefined;
    if (of !== undefined) learn(of, part);
  }
}

function learnBody(body: Body, learn: Learn): void {
  if (body.kind === 'text') learnText(body.text, learn, MAX_JSON_NESTING);
}

function learnText(text: string, learn: Learn, levels: number): void {
  if (levels === 0) return;
  // A byte order mark is white space too.
  if (/^\s*["{[]/.test(text)) learnJson(text, learn, levels);
  else if (/^\s*</.test(text)) learnXml(text, learn);
  else if (/^[^\s={}<>"&]+=[^\s{}<>"]*$/.test(text)) learnParameters(text, learn);
  else {
    // Proxies put what they were answered into a sentence.
    const json = text.search(/[{[]\s{0,20}(?:\{\s{0,20})?"/);
    if (json !== -1) learnJson(text.slice(json), learn, levels);
  }
}

function learnJson(text: string, learn: Learn, levels: number): void {
  /** A connection has a `tenantId` and an `id` of its own, in either order. */
  const ids = new Map<object, string>();
  const withTenant = new Set<object>();
  rewriteJsonStrings(
    text,
    (value, place) => {
      if (place.isKey || place.key === undefined) return value;
      learnText(value, learn, levels - 1);
      if (place.inModelState) return value;
      const of = classifyName(place.key, place.parent);
      if (of !== undefined && (place.isDirect || of !== 'names' || isListName(place.key))) learn(of, value);
      if (/^id$/i.test(place.key)) ids.set(place.container, value);
      if (/^tenantId$/i.test(place.key)) withTenant.add(place.container);
      return value;
    },
    (between) => between,
  );
  for (const inside of withTenant) {
    const id = ids.get(inside);
    if (id !== undefined) learn('tenants', id);
  }
}

/** As the Accounting API answers where nobody asks for JSON. */
function learnXml(text: string, learn: Learn): void {
  for (const [, name = '', value = ''] of text.matchAll(element)) {
    const of = classifyName(name.slice(name.indexOf(':') + 1));
    if (of !== undefined) learn(of, decodeEntities(value));
  }
}

const element = /<([\w.-]{1,40}(?::[\w.-]{1,40})?)(?:\s[^<>]{0,300})?>([^<>]{1,4000})<\//g;

/** Of a query or a form. Some take several values, joined by commas. */
function learnParameters(text: string, learn: Learn): void {
  for (const [name, value] of new URLSearchParams(text)) {
    const of = classifyName(name);
    if (of === undefined) continue;
    for (const each of of === 'names' ? [value] : value.split(',')) learn(of, each.trim());
  }
}
