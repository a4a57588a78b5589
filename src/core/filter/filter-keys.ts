// The keys of `key:value` filter terms, with their meanings and values.

import { diagnoses } from '../../catalogue/diagnoses/all.ts';
import { operations } from '../../catalogue/operations.ts';
import type { Diagnosis } from '../diagnose/diagnose.ts';
import { hasFailed } from '../diagnose/outcome.ts';
import { type Body, type Exchange, type ExchangeSource, hasHeader, tenantId } from '../model/exchange.ts';
import type { Severity } from '../model/finding.ts';

export interface FilterKey {
  readonly key: string;
  /** A phrase, shown beside the key in completions. */
  readonly meaning: string;
  /** An example value. */
  readonly example: string;
  /** The values to complete. */
  readonly values: readonly string[];
  /** An exchange has exactly one value, so that several terms of this key are alternatives. */
  readonly isExclusive?: true;
  /** Returns a predicate for a value, or a sentence saying what is wrong with the value. */
  readonly parse: (value: string) => Predicate | string;
}

export type Predicate = (exchange: Exchange, context: FilterContext) => boolean;

/** Derived data about exchanges, computed on demand. */
export interface FilterContext {
  readonly diagnosisOf: (exchange: Exchange) => Diagnosis;
  /** As `searchableText` returns it. */
  readonly textOf: (exchange: Exchange) => string;
  /** The checks with a finding. */
  readonly firedChecks: (exchange: Exchange) => readonly { readonly id: string; readonly severity: Severity }[];
}

const sources: readonly ExchangeSource[] = ['browser', 'server', 'import'];
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

export const filterKeys: readonly FilterKey[] = [
  {
    key: 'status',
    meaning: 'Status or status class',
    example: '4xx',
    isExclusive: true,
    values: ['2xx', '4xx', '5xx', '400', '401', '403', '404', '429', '500', '503'],
    parse: (value) =>
      /^[1-5](xx|\d\d)$|^0$/i.test(value)
        ? ({ response }) => matchesStatus(response.status, value)
        : 'Enter a status such as 404, or a class such as 4xx.',
  },
  {
    key: 'method',
    meaning: 'Method',
    example: 'POST',
    isExclusive: true,
    values: methods,
    parse: (value) => (value === '' ? EMPTY_VALUE : ({ request }) => equalsIgnoringCase(request.method, value)),
  },
  {
    key: 'op',
    meaning: 'Operation (* matches anything)',
    example: 'createTask',
    isExclusive: true,
    values: operations.map(({ id }) => id),
    parse: (value) => (value === '' ? EMPTY_VALUE : ({ match }) => matchesPattern(match.operation ?? '', value)),
  },
  {
    key: 'diagnosis',
    meaning: 'Diagnosis (* matches anything)',
    example: 'rate-limit-*',
    isExclusive: true,
    values: diagnoses.map(({ id }) => id),
    parse: (value) =>
      value === '' ? EMPTY_VALUE : (exchange, { diagnosisOf }) => matchesPattern(diagnosisOf(exchange).id, value),
  },
  {
    key: 'tenant',
    meaning: 'Tenant ID or the start of one',
    example: 'e1eede29',
    isExclusive: true,
    values: [],
    parse: (value) =>
      value === '' ? EMPTY_VALUE : (exchange) => (tenantId(exchange) ?? '').startsWith(value.toLowerCase()),
  },
  {
    key: 'from',
    meaning: 'Where the request comes from',
    example: 'server',
    isExclusive: true,
    values: sources,
    parse: (value) =>
      sources.some((each) => each === value.toLowerCase())
        ? ({ source }) => source === value.toLowerCase()
        : `Enter one of ${sources.join(', ')}.`,
  },
  {
    key: 'has',
    meaning: 'An error, a field error, a warning, an Idempotency-Key or a request body',
    example: 'field-error',
    values: ['error', 'field-error', 'warning', 'key', 'body'],
    parse: (value) => has[value.toLowerCase()] ?? `Enter one of ${Object.keys(has).join(', ')}.`,
  },
  {
    key: 'check',
    meaning: 'Check with a finding (* matches anything)',
    example: 'token-*',
    values: [],
    parse: (value) =>
      value === ''
        ? EMPTY_VALUE
        : (exchange, { firedChecks }) => firedChecks(exchange).some(({ id }) => matchesPattern(id, value)),
  },
  {
    key: 'larger-than',
    meaning: 'Response body larger than this size',
    example: '10k',
    values: ['1k', '100k', '1M'],
    parse: (value) => {
      const bytes = parseAmount(value, { '': 1, b: 1, k: 1_000, kb: 1_000, m: 1_000_000, mb: 1_000_000 });
      return bytes === undefined
        ? 'Enter a size in bytes, k or M, such as 10k.'
        : ({ response }) => bytesOf(response.body) > bytes;
    },
  },
  {
    key: 'slower-than',
    meaning: 'Took longer than this time',
    example: '500',
    values: ['200', '1s', '5s'],
    parse: (value) => {
      const ms = parseAmount(value, { '': 1, ms: 1, s: 1_000 });
      return ms === undefined
        ? 'Enter a time in milliseconds or seconds, such as 500 or 1.5s.'
        : ({ durationMs }) => durationMs !== undefined && durationMs > ms;
    },
  },
];

const EMPTY_VALUE = 'Enter a value after the colon.';

const has: Readonly<Record<string, Predicate>> = {
  // A success status can hide an error: the proxy's, or a response that the browser blocked.
  error: (exchange, { diagnosisOf }) => hasFailed(exchange) || diagnosisOf(exchange).row.severity === 'error',
  'field-error': (exchange, { diagnosisOf }) => diagnosisOf(exchange).fieldErrors.length > 0,
  warning: (exchange, { firedChecks }) => firedChecks(exchange).some(({ severity }) => severity !== 'note'),
  key: ({ request }) => hasHeader(request.headers, 'idempotency-key'),
  body: ({ request }) => request.body.kind !== 'none',
};

function matchesStatus(status: number, expected: string): boolean {
  return expected.toLowerCase().endsWith('xx')
    ? Math.floor(status / 100) === Number(expected[0])
    : status === Number(expected);
}

function equalsIgnoringCase(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** Matches the whole text; `*` stands for any characters. */
function matchesPattern(text: string, pattern: string): boolean {
  const parts = pattern.toLowerCase().split('*');
  const [first = '', ...rest] = parts;
  let left = text.toLowerCase();
  if (rest.length === 0) return left === first;
  if (!left.startsWith(first)) return false;
  left = left.slice(first.length);
  const last = rest.pop() ?? '';
  for (const part of rest) {
    const at = left.indexOf(part);
    if (at === -1) return false;
    left = left.slice(at + part.length);
  }
  return left.endsWith(last);
}

function parseAmount(value: string, units: Readonly<Record<string, number>>): number | undefined {
  const [, number, unit = ''] = /^(\d{1,12}(?:\.\d{1,6})?)([a-z]*)$/i.exec(value) ?? [];
  const factor = units[unit.toLowerCase()];
  return number === undefined || factor === undefined ? undefined : Number(number) * factor;
}

function bytesOf(body: Body): number {
  return 'bytes' in body ? (body.bytes ?? 0) : 0;
}
