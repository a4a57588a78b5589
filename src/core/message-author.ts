// Whose words the message of an answer is.

import type { BodyShape } from '../catalogue/diagnoses.ts';
import type { Evidence } from './evidence.ts';
import type { Exchange } from './exchange.ts';

/** Behind a proxy only what has the form of Xero's errors is Xero's for certain. */
export function messageAuthor({ recognition }: Exchange, { shape }: Evidence): 'Xero' | 'The answer' {
  return recognition.tier === 'host' || shapesOfXero.has(shape) ? 'Xero' : 'The answer';
}

const shapesOfXero: ReadonlySet<BodyShape> = new Set([
  'model-state',
  'problem',
  'accounting-error',
  'api-exception-xml',
  'identity-error',
  'legacy-oauth',
]);
