// The Projects API behind the gateway: idempotency, the body's validation, the operation.

import { headerOf, type Question } from '../http/http-response.ts';
import { perform } from './dispatch.ts';
import { createIdempotency } from './idempotency.ts';
import { queryOf } from './list.ts';
import type { Route, route } from './operations.ts';
import { invalid, methodNotAllowed, notFound, type Outcome, refused } from './outcome.ts';
import type { Store } from './store.ts';
import { validate } from './validate.ts';

export interface ApiOptions {
  /** ms since the epoch. */
  readonly now: () => number;
  /** Of POST /Projects and POST /Tasks: 200 as recorded, or 201 as documented. */
  readonly createdStatus: 200 | 201;
}

interface Caller {
  readonly app: string;
  readonly store: Store;
}

export type Api = (question: Question, found: ReturnType<typeof route>, caller: Caller) => Outcome;

const longestKey = 128;

export function createApi({ now, createdStatus }: ApiOptions): Api {
  const once = createIdempotency(now);

  return (question, found, { app, store }) => {
    if (!('operationId' in found)) return found.allowed.length > 0 ? methodNotAllowed(question.method) : notFound;

    const answer = () => operate(question, found, store);
    const key = headerOf(question.headers, 'idempotency-key');
    if (key === undefined || !keyed.includes(question.method)) return answer();
    if (key.length > longestKey) return refused(`The Idempotency-Key cannot be longer than ${longestKey} characters`);
    const { method, path, body } = question;
    const fingerprint = JSON.stringify([method, path, store.organisation.tenantId, body]);
    return once({ app, key, fingerprint }, answer);
  };

  function operate(question: Question, { operationId, entity, ids }: Route, store: Store): Outcome {
    const body = entity === undefined ? {} : readBody(question.body);
    if (body === undefined) return invalid({ model: ['Unexpected character encountered while parsing value.'] });
    const faults = entity === undefined ? {} : validate(entity, question.method, body);
    if (Object.keys(faults).length > 0) return invalid(faults);

    const query = queryOf(new URL(question.path, 'https://api.xero.com').searchParams);
    return perform(operationId, { store, ids, query, body, now: now(), createdStatus });
  }
}

/** Elsewhere the header is ignored. */
const keyed = ['POST', 'PUT', 'PATCH'];

/** Property names may begin with either case. No body is one without properties; `undefined` where it is no JSON object. */
function readBody(text: string): Readonly<Record<string, unknown>> | undefined {
  if (text.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(text, (_, each) => withSmallInitials(each));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    // No JSON: Xero answers 400, as to what is no object.
    return undefined;
  }
}

function withSmallInitials(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name.charAt(0).toLowerCase() + name.slice(1), each]),
  );
}
