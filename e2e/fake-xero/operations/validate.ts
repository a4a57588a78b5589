// Validates a request body against the rules. ASP.NET calls the result the model state.

import type { Entity } from './operations.ts';
import { type Constraint, type Rule, rules } from './rules.ts';

/** Messages by key, for example `model.Name`. Empty if the body is valid. */
export type ModelState = Readonly<Record<string, readonly string[]>>;

/** The errors of `body` as an `entity` sent by `method`. */
export function validate(entity: Entity, method: string, body: unknown): ModelState {
  const errors: Record<string, string[]> = {};
  for (const rule of rules) {
    if (rule.entity !== entity || (rule.method !== undefined && rule.method !== method)) continue;
    const sent = valueAt(body, rule.field);
    if (satisfies(sent, rule.constraint)) continue;
    const key = keyOf(rule);
    errors[key] = [...(errors[key] ?? []), rule.message.replace('{sent}', String(sent))];
  }
  return errors;
}

function keyOf(rule: Rule): string {
  return ['model', ...rule.field.split('.').map((part) => part.charAt(0).toUpperCase() + part.slice(1))].join('.');
}

function valueAt(body: unknown, field: string): unknown {
  let value = body;
  for (const part of field.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string, unknown>)[part];
  }
  return value;
}

function satisfies(sent: unknown, constraint: Constraint): boolean {
  const missing = sent === undefined || sent === null;
  if (constraint.kind === 'present') return !missing;
  if (constraint.kind === 'not-blank') return !missing && String(sent).trim() !== '';
  // Missing and blank values are checked by rows of the kinds above.
  if (missing || sent === '') return true;
  if (constraint.kind === 'uuid') return isUuid(sent);
  if (constraint.kind === 'number') return isNumber(sent);
  if (constraint.kind === 'date') return typeof sent === 'string' && !Number.isNaN(Date.parse(sent));
  if (constraint.kind === 'max-length') return String(sent).length <= constraint.characters;
  if (constraint.kind === 'one-of') return constraint.values.includes(String(sent));
  if (constraint.kind === 'integer') {
    return (
      isNumber(sent) &&
      Number.isInteger(Number(sent)) &&
      Number(sent) >= constraint.min &&
      Number(sent) <= constraint.max
    );
  }
  return typeof sent === 'string' && currencies.has(sent);
}

const currencies = new Set(Intl.supportedValuesOf('currency'));

function isUuid(sent: unknown): boolean {
  return typeof sent === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(sent);
}

/** Numbers in quotes are read as numbers: the documentation's own example sends one. */
function isNumber(sent: unknown): boolean {
  return (typeof sent === 'number' || typeof sent === 'string') && Number.isFinite(Number(sent));
}
