// The Projects API behind the gateway: idempotency, validation of the body, the operation.

import { type HttpRequest, headerOf } from '../http/http-messages.ts';
import { perform } from './dispatch.ts';
import { createIdempotency } from './idempotency.ts';
import { queryOf } from './list.ts';
import type { Route, route } from './operations.ts';
import { invalid, methodNotAllowed, notFound, type Outcome, rejected } from './outcome.ts';
import type { Store } from './store.ts';
import { validate } from './validate.ts';

export interface ApiOptions {
  /** ms since the epoch. */
  readonly now: () => number;
  /** The status of POST /Projects and POST /Tasks: 200 as recorded, or 201 as documented. */
  readonly createdStatus: 200 | 201;
}

interface Caller {
  readonly app: string;
  readonly store: Store;
}

export type Api = (request: HttpRequest, found: ReturnType<typeof route>, caller: Caller) => Outcome;

const MAX_KEY_CHARS = 128;

export function createApi({ now, createdStatus }: ApiOptions): Api {
  const once = createIdempotency(now);

  return (request, found, { app, store }) => {
    if (!('operationId' in found)) return found.allowed.length > 0 ? methodNotAllowed(request.method) : notFound;

    const respond = () => performOperation(request, found, store);
    const key = headerOf(request.headers, 'idempotency-key');
    if (key === undefined || !methodsWithKey.includes(request.method)) return respond();
    if (key.length > MAX_KEY_CHARS)
      return rejected(`The Idempotency-Key cannot be longer than ${MAX_KEY_CHARS} characters`);
    const { method, path, body } = request;
    const fingerprint = JSON.stringify([method, path, store.organisation.tenantId, body]);
    return once({ app, key, fingerprint }, respond);
  };

  function performOperation(request: HttpRequest, { operationId, entity, ids }: Route, store: Store): Outcome {
    const body = entity === undefined ? {} : readBody(request.body);
    if (body === undefined) return invalid({ model: ['Unexpected character encountered while parsing value.'] });
    const errors = entity === undefined ? {} : validate(entity, request.method, body);
    if (Object.keys(errors).length > 0) return invalid(errors);

    const query = queryOf(new URL(request.path, 'https://api.xero.com').searchParams);
    return perform(operationId, { store, ids, query, body, now: now(), createdStatus });
  }
}

/** For other methods the header is ignored. */
const methodsWithKey = ['POST', 'PUT', 'PATCH'];

/** Property names may start with either case. An empty body is an object without properties; `undefined` if it is not a JSON object. */
function readBody(text: string): Readonly<Record<string, unknown>> | undefined {
  if (text.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(text, (_, each) => withLowerCaseInitials(each));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    // Xero responds with 400, as to JSON that is not an object.
    return undefined;
  }
}

function withLowerCaseInitials(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name.charAt(0).toLowerCase() + name.slice(1), each]),
  );
}
