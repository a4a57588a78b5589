// Redacts exchanges for export in two passes: the first collects private values from all of them, the second replaces the values.

import { MAX_IDEMPOTENCY_KEY_CHARS } from '../../catalogue/constants.ts';
import { type Body, type Exchange, type Headers, type Token, UNAVAILABLE_VALUE } from '../model/exchange.ts';
import type { ServerOrigin } from '../model/server-origin.ts';
import { redactHeaderValue } from '../secrets/redact-header.ts';
import { redactSecrets } from '../secrets/redact-secrets.ts';
import { isSecretName } from '../secrets/secret-names.ts';
import type { RedactionClass } from './classes.ts';
import { collectPrivateValues } from './collect-private-values.ts';
import { findPlaceholders, type Placeholder } from './placeholders.ts';
import { createPseudonyms } from './pseudonyms.ts';
import { createTextRedactor, type TextRedactor } from './redact-text.ts';
import { isUrlHeader } from './url-headers.ts';

export interface Redactor {
  /** Call this with every exchange before redacting the first: what a value is may be clear only from another exchange. */
  collect(exchange: Exchange): void;
  /** Replaces private values with pseudonyms, preserving the diagnosis and the findings. */
  redact(exchange: Exchange): Exchange;
  /** The pseudonyms in a text that was made of redacted exchanges, each once, by class. */
  placeholdersIn(text: string): readonly Placeholder[];
}

/** Redacts tokens and cookies whatever the `classes`. `real`: private values to leave as they are. No method throws. */
export function createRedactor(classes: Iterable<RedactionClass>, real: readonly string[] = []): Redactor {
  const chosen = new Set(classes);
  const pseudonyms = createPseudonyms(real);
  let texts: TextRedactor | undefined;
  return {
    collect(exchange) {
      texts = undefined;
      collectPrivateValues(exchange, (redactionClass, value) => {
        if (chosen.has(redactionClass)) pseudonyms.learn(redactionClass, value);
      });
    },
    redact(exchange) {
      texts ??= createTextRedactor(pseudonyms, chosen);
      return redactExchange(exchange, texts, (value) => pseudonyms.find(value));
    },
    placeholdersIn: (text) => findPlaceholders(text, pseudonyms),
  };
}

/** Returns a redactor that has collected from the whole log. Yields progress from 0 to 1. */
export function* createRedactorFor(
  log: readonly Exchange[],
  classes: Iterable<RedactionClass>,
  real: readonly string[] = [],
): Generator<number, Redactor> {
  const redactor = createRedactor(classes, real);
  for (const [i, each] of log.entries()) {
    redactor.collect(each);
    yield (i + 1) / log.length;
  }
  return redactor;
}

type Find = (value: string) => string | undefined;

function redactExchange(exchange: Exchange, texts: TextRedactor, find: Find): Exchange {
  const { server, forwarded } = exchange;
  return {
    ...exchange,
    ...redactMessages(exchange, texts, find),
    ...(server && { server: redactServer(server, texts) }),
    ...(forwarded && {
      forwarded: {
        ...forwarded,
        ...redactMessages(forwarded, texts, find),
        server: redactServer(forwarded.server, texts),
      },
    }),
  };
}

type Messages = Pick<Exchange, 'match' | 'request' | 'response' | 'failure'>;

function redactMessages({ match, request, response, failure }: Messages, texts: TextRedactor, find: Find): Messages {
  return {
    match: {
      ...match,
      path: match.path === undefined ? undefined : texts.url(match.path),
    },
    request: {
      ...omittedHeaders(request),
      method: texts.redactKeepingKeywords(request.method),
      url: texts.url(request.url),
      headers: redactHeaders(request.headers, texts, find),
      token: request.token && redactToken(request.token, texts, find),
      body: redactBody(request.body, texts),
    },
    response: {
      ...omittedHeaders(response),
      status: response.status,
      statusText: texts.redactKeepingKeywords(response.statusText),
      headers: redactHeaders(response.headers, texts, find),
      body: redactBody(response.body, texts),
    },
    failure: failure && { ...failure, message: texts.redactKeepingKeywords(failure.message) },
  };
}

function redactServer({ app, pageRequest, ...server }: ServerOrigin, texts: TextRedactor): ServerOrigin {
  return {
    ...server,
    app: app && texts.redactKeepingKeywords(app),
    pageRequest: pageRequest && { ...pageRequest, path: texts.url(pageRequest.path) },
  };
}

function omittedHeaders({ omittedHeaders }: Pick<Exchange['request'], 'omittedHeaders'>) {
  return omittedHeaders === undefined ? {} : { omittedHeaders };
}

function redactHeaders(headers: Headers, texts: TextRedactor, find: Find): Headers {
  return headers.map(([name, value]) => {
    if (isSecretName(name)) return [name, redactHeaderValue(name, value)];
    if (isUrlHeader(name)) return [name, texts.url(value)];
    // Clients derive keys and file names from project names.
    if (name === 'idempotency-key') return [name, padTo(value, texts.text(value))];
    if (name === 'content-disposition') return [name, value.replace(/;.*$/s, texts.text)];
    if (technicalHeaders.test(name)) return [name, texts.redactKeepingKeywords(value)];
    return [
      texts.redactKeepingKeywords(name),
      value === UNAVAILABLE_VALUE ? value : (find(value) ?? texts.text(value)),
    ];
  });
}

/** Preserves the length of a key that is too long. */
function padTo(key: string, redacted: string): string {
  return key.length > MAX_IDEMPOTENCY_KEY_CHARS ? redacted.padEnd(key.length, 'x') : redacted;
}

/** Headers whose words have a technical meaning. */
const technicalHeaders =
  /^(?:accept|access-control-|age$|allow$|cache-control|connection|content-|date|etag|expires|host$|if-|last-modified|pragma|priority|retry-after|sec-|server|strict-|te$|transfer-|upgrade|user-agent|vary|via$|www-authenticate|x-.*limit|x-content-|x-frame-|xero-correlation-id)/;

function redactToken(token: Token, texts: TextRedactor, find: Find): Token {
  const redactOptional = (value: string | undefined) => value && texts.redactKeepingKeywords(value);
  return {
    ...token,
    scheme: texts.redactKeepingKeywords(token.scheme),
    fingerprint: texts.redactKeepingKeywords(token.fingerprint),
    issuer: redactOptional(token.issuer),
    clientId: token.clientId && (find(token.clientId) ?? redactSecrets(token.clientId)),
    scopes: token.scopes?.map(texts.redactKeepingKeywords),
  };
}

function redactBody(body: Body, texts: TextRedactor): Body {
  if (body.kind === 'text') return { ...body, text: texts.text(body.text) };
  if (body.kind === 'binary') return { ...body, note: texts.redactKeepingKeywords(body.note) };
  return body.kind === 'unavailable' && body.detail !== undefined
    ? { ...body, detail: texts.redactKeepingKeywords(body.detail) }
    : body;
}
