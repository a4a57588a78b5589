// The result of an operation, before the gateway adds its headers.

import type { ModelState } from './validate.ts';

export interface Outcome {
  readonly status: number;
  /** The body and its type; `undefined` if there is none. */
  readonly content?: { readonly type: string; readonly text: string };
}

const json = 'application/json; charset=utf-8';
/** Xero sends plain text with this type. */
const sentence = 'text/html; charset=utf-8';

export const noContent: Outcome = { status: 204 };

/** Recorded from the live Accounting API; the same for anything that does not exist. */
export const notFound: Outcome = {
  status: 404,
  content: { type: sentence, text: "The resource you're looking for cannot be found" },
};

export function ok(value: unknown, status = 200): Outcome {
  return { status, content: { type: json, text: JSON.stringify(value) } };
}

export function invalid(modelState: ModelState, message = 'The request is invalid.'): Outcome {
  return ok({ message, modelState }, 400);
}

/** A 400 that names no field. */
export function rejected(message: string): Outcome {
  return invalid({}, message);
}

export function keyReused(key: string): Outcome {
  return {
    status: 400,
    content: { type: sentence, text: `Idempotency Key ${key} is used with a different request.` },
  };
}

export function methodNotAllowed(method: string): Outcome {
  return ok({ message: `The requested resource does not support http method '${method}'.` }, 405);
}
