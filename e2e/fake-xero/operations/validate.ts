// Holds a request body against the rules: what ASP.NET calls the model state.

import type { Entity } from './operations.ts';
import { type Must, type Rule, rules } from './rules.ts';

/** Messages by key, for example `model.Name`. Empty: nothing to refuse. */
export type ModelState = Readonly<Record<string, readonly string[]>>;

/** What is wrong with `body` as an `entity` sent by `method`. */
export function validate(entity: Entity, method: string, body: unknown): ModelState {
  const faults: Record<string, string[]> = {};
  for (const rule of rules) {
    if (rule.entity !== entity || (rule.method !== undefined && rule.method !== method)) continue;
    const sent = valueAt(body, rule.field);
    if (meets(sent, rule.must)) continue;
    const key = keyOf(rule);
    faults[key] = [...(faults[key] ?? []), rule.says.replace('{sent}', String(sent))];
  }
  return faults;
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

function meets(sent: unknown, must: Must): boolean {
  const missing = sent === undefined || sent === null;
  if (must.kind === 'present') return !missing;
  if (must.kind === 'not-blank') return !missing && String(sent).trim() !== '';
  // A value that is not there, or blank, is left to the rows above.
  if (missing || sent === '') return true;
  if (must.kind === 'uuid') return isUuid(sent);
  if (must.kind === 'number') return isNumber(sent);
  if (must.kind === 'date') return typeof sent === 'string' && !Number.isNaN(Date.parse(sent));
  if (must.kind === 'at-most') return String(sent).length <= must.characters;
  if (must.kind === 'one-of') return must.values.includes(String(sent));
  if (must.kind === 'whole') {
    return isNumber(sent) && Number.isInteger(Number(sent)) && Number(sent) >= must.from && Number(sent) <= must.to;
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
