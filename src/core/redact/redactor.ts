// Takes what is private out of exchanges before they leave: two passes, first over all of them to learn, then over each.

import { MAX_IDEMPOTENCY_KEY_CHARS } from '../../catalogue/constants.ts';
import { type Body, type Exchange, type Headers, type Token, UNAVAILABLE_VALUE } from '../model/exchange.ts';
import { redactHeaderValue } from '../secrets/redact-header.ts';
import { redactSecrets } from '../secrets/redact-secrets.ts';
import { isSecretName } from '../secrets/secret-names.ts';
import type { RedactionClass } from './classes.ts';
import { collectPrivateValues } from './collect-private-values.ts';
import { createPseudonyms } from './pseudonyms.ts';
import { createTextRedactor, type TextRedactor } from './redact-text.ts';
import { isUrlHeader } from './url-headers.ts';

export interface Redactor {
  /** To be called with every exchange that leaves, before the first is redacted: a value may stand in one and be explained by another. */
  collect(exchange: Exchange): void;
  /** The same exchange with pseudonyms; it gets the same diagnosis, and the same checks speak of it. */
  redact(exchange: Exchange): Exchange;
}

/** Tokens and cookies are taken out whatever `classes` are given. Neither method throws. */
export function createRedactor(classes: Iterable<RedactionClass>): Redactor {
  const chosen = new Set(classes);
  const pseudonyms = createPseudonyms();
  let texts: TextRedactor | undefined;
  return {
    collect(exchange) {
      texts = undefined;
      collectPrivateValues(exchange, (of, value) => {
        if (chosen.has(of)) pseudonyms.learn(of, value);
      });
    },
    redact(exchange) {
      texts ??= createTextRedactor(pseudonyms, chosen);
      return redacted(exchange, texts, (value) => pseudonyms.find(value));
    },
  };
}

/** One that has learned a whole log; yields how much of that is done, from 0 to 1. */
export function* createRedactorFor(
  log: readonly Exchange[],
  classes: Iterable<RedactionClass>,
): Generator<number, Redactor> {
  const redactor = createRedactor(classes);
  for (const [i, each] of log.entries()) {
    redactor.collect(each);
    yield (i + 1) / log.length;
  }
  return redactor;
}

type Find = (value: string) => string | undefined;

function redacted(exchange: Exchange, texts: TextRedactor, find: Find): Exchange {
  const { match, request, response, failure } = exchange;
  return {
    ...exchange,
    match: {
      ...match,
      path: match.path === undefined ? undefined : texts.url(match.path),
    },
    request: {
      method: texts.redactKeepingKeywords(request.method),
      url: texts.url(request.url),
      headers: headersOf(request.headers, texts, find),
      token: request.token && tokenOf(request.token, texts, find),
      body: bodyOf(request.body, texts),
    },
    response: {
      status: response.status,
      statusText: texts.redactKeepingKeywords(response.statusText),
      headers: headersOf(response.headers, texts, find),
      body: bodyOf(response.body, texts),
    },
    failure: failure && { ...failure, message: texts.redactKeepingKeywords(failure.message) },
  };
}

function headersOf(headers: Headers, texts: TextRedactor, find: Find): Headers {
  return headers.map(([name, value]) => {
    if (isSecretName(name)) return [name, redactHeaderValue(value)];
    if (isUrlHeader(name)) return [name, texts.url(value)];
    // Clients make keys and files' names of the names of projects.
    if (name === 'idempotency-key') return [name, padTo(value, texts.text(value))];
    if (name === 'content-disposition') return [name, value.replace(/;.*$/s, texts.text)];
    if (technical.test(name)) return [name, texts.redactKeepingKeywords(value)];
    return [
      texts.redactKeepingKeywords(name),
      value === UNAVAILABLE_VALUE ? value : (find(value) ?? texts.text(value)),
    ];
  });
}

/** What was too long stays too long. */
function padTo(key: string, redacted: string): string {
  return key.length > MAX_IDEMPOTENCY_KEY_CHARS ? redacted.padEnd(key.length, 'x') : redacted;
}

/** Headers whose words have a meaning of their own. */
const technical =
  /^(?:accept|access-control-|age$|allow$|cache-control|connection|content-|date|etag|expires|host$|if-|last-modified|pragma|priority|retry-after|sec-|server|strict-|te$|transfer-|upgrade|user-agent|vary|via$|www-authenticate|x-.*limit|x-content-|x-frame-|xero-correlation-id)/;

function tokenOf(token: Token, texts: TextRedactor, find: Find): Token {
  const technicalOf = (value: string | undefined) => value && texts.redactKeepingKeywords(value);
  return {
    ...token,
    scheme: texts.redactKeepingKeywords(token.scheme),
    fingerprint: texts.redactKeepingKeywords(token.fingerprint),
    issuer: technicalOf(token.issuer),
    clientId: token.clientId && (find(token.clientId) ?? redactSecrets(token.clientId)),
    scopes: token.scopes?.map(texts.redactKeepingKeywords),
  };
}

function bodyOf(body: Body, texts: TextRedactor): Body {
  if (body.kind === 'text') return { ...body, text: texts.text(body.text) };
  if (body.kind === 'binary') return { ...body, note: texts.redactKeepingKeywords(body.note) };
  return body.kind === 'lost' && body.detail !== undefined
    ? { ...body, detail: texts.redactKeepingKeywords(body.detail) }
    : body;
}
