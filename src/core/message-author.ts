// Whose words the message of an answer is.

import type { BodyShape } from '../catalogue/diagnoses.ts';
import type { Evidence } from './evidence.ts';
import { type Exchange, hasHeader } from './exchange.ts';

/** Behind a proxy only what has the form of Xero's errors, or its correlation id, is Xero's for certain. */
export function messageAuthor({ recognition, response }: Exchange, { shape }: Evidence): 'Xero' | 'The answer' {
  const isXeros =
    recognition.tier === 'host' || shapesOfXero.has(shape) || hasHeader(response.headers, 'xero-correlation-id');
  return isXeros ? 'Xero' : 'The answer';
}

const shapesOfXero: ReadonlySet<BodyShape> = new Set([
  'model-state',
  'problem',
  'accounting-error',
  'api-exception-xml',
  'identity-error',
  'legacy-oauth',
]);
