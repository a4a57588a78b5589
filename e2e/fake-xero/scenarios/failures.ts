// At least one response for each diagnosis, by its id: the example of its row, unless `special` has a better one.

import { diagnoses } from '../../../src/catalogue/diagnoses/all.ts';
import type { Example } from '../../../src/catalogue/diagnoses/row.ts';
import { sampleAnswer } from '../../../src/testing/fixtures/samples.ts';
import type { Answer, Header } from '../http/http-response.ts';

const json: Header = ['content-type', 'application/json; charset=utf-8'];

const minute = sampleAnswer('gw-429-minute');

/** Responses that were recorded or are documented in full, and further ones of the same diagnosis. */
const special = {
  'validation-failed': sampleAnswer('doc-400-modelstate'),
  'idempotency-key-reused': sampleAnswer('proj-400-idempotency'),
  'bad-request': { status: 400, headers: [json], body: '{"message":"Validation failed","modelState":{}}' },
  'token-expired': sampleAnswer('gw-401-token-expired'),
  'token-invalid': sampleAnswer('gw-401-bad-token'),
  'scope-or-plan-missing': sampleAnswer('proj-401-authorization'),
  'tenant-refused': sampleAnswer('gw-403-bad-tenant'),
  'not-found': sampleAnswer('acc-404-text'),
  'rate-limit-minute': minute,
  'rate-limit-day': {
    ...minute,
    headers: changed(minute.headers, {
      'retry-after': '66975',
      'x-minlimit-remaining': '60',
      'x-daylimit-remaining': '0',
      'x-rate-limit-problem': 'day',
    }),
  },
  'rate-limit-concurrent': sampleAnswer('concurrent-429'),
  'rate-limit-app-minute': {
    ...minute,
    headers: changed(minute.headers, {
      'x-appminlimit-remaining': '0',
      'x-minlimit-remaining': '41',
      'x-rate-limit-problem': 'appminute',
    }),
  },
  'rate-limit-legacy': sampleAnswer('legacy-503-rate-limit'),
  maintenance: sampleAnswer('doc-503-maintenance'),
  'temporarily-unavailable': sampleAnswer('doc-503-unavailable'),
  'organisation-offline': sampleAnswer('doc-503-organisation-offline'),
  'service-unavailable': sampleAnswer('infra-503-iis-html'),
  'server-error': sampleAnswer('acc-500-json'),
  'gateway-error-502': {
    status: 502,
    headers: [['content-type', 'text/html']],
    body: '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>',
  },
  'network-failure': { status: 0, headers: [], body: '', action: 'drop' },
  'wrong-api': sampleAnswer('acc-400-validation-contrast'),
} as const satisfies Readonly<Record<string, Answer>>;

type Row = (typeof diagnoses)[number];
/** What only a browser can bring about has an example without a response. */
type Responded = Exclude<Row, { readonly example: { readonly failure: string } }>;

export type FailureId = Responded['id'] | keyof typeof special;

export const failures: Readonly<Record<FailureId, Answer>> = { ...exampleAnswers(), ...special };

function exampleAnswers(): Record<Responded['id'], Answer> {
  const responded = diagnoses.filter((row): row is Responded => !('failure' in row.example));
  return Object.fromEntries(responded.map(({ id, example }) => [id, answerOf(example)])) as Record<
    Responded['id'],
    Answer
  >;
}

function answerOf({ status, headers = {}, body = '' }: Example): Answer {
  // Without its length, an empty response would end only when the connection does.
  const framing: Header[] = body === '' && status !== 204 && status !== 304 ? [['content-length', '0']] : [];
  return { status, headers: [...Object.entries(headers), ...framing], body };
}

/** `headers` with the named values replaced; order and case stay. */
function changed(headers: readonly Header[], values: Readonly<Record<string, string>>): Header[] {
  return headers.map(([name, value]) => [name, values[name] ?? value]);
}
