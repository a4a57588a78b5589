// At least one response for each diagnosis, by its id, with the text and headers that were recorded or are documented.

import type { DiagnosisId } from '../../../src/catalogue/diagnoses/all.ts';
import { sampleAnswer } from '../../../src/testing/fixtures/samples.ts';
import type { Answer, Header } from '../http/http-response.ts';

const json: Header = ['content-type', 'application/json; charset=utf-8'];
const html: Header = ['content-type', 'text/html'];

const minute = sampleAnswer('gw-429-minute');
const created = sampleAnswer('live-200-create-project');

export const failures = {
  'validation-failed': sampleAnswer('doc-400-modelstate'),
  'idempotency-key-reused': sampleAnswer('proj-400-idempotency'),
  'bad-request': { status: 400, headers: [json], body: '{"message":"Validation failed","modelState":{}}' },
  'token-expired': sampleAnswer('gw-401-token-expired'),
  'token-invalid': sampleAnswer('gw-401-bad-token'),
  'scope-or-plan-missing': sampleAnswer('proj-401-authorization'),
  // What Xero says to an organisation without Projects was never published: only the status is documented.
  unauthorized: { status: 401, headers: [['content-length', '0']], body: '' },
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
  'rate-limit-unknown': { status: 429, headers: [['content-length', '0']], body: '' },
  'rate-limit-legacy': sampleAnswer('legacy-503-rate-limit'),
  maintenance: sampleAnswer('doc-503-maintenance'),
  'temporarily-unavailable': sampleAnswer('doc-503-unavailable'),
  'organisation-offline': sampleAnswer('doc-503-organisation-offline'),
  'service-unavailable': sampleAnswer('infra-503-iis-html'),
  'server-error': sampleAnswer('acc-500-json'),
  'gateway-error': {
    status: 504,
    headers: [html],
    body: '<html><head><title>504 Gateway Time-out</title></head><body><h1>504 Gateway Time-out</h1></body></html>',
  },
  'gateway-error-502': {
    status: 502,
    headers: [html],
    body: '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>',
  },
  'network-failure': { status: 0, headers: [], body: '', action: 'drop' },
  'wrong-api': sampleAnswer('acc-400-validation-contrast'),
  undocumented: { status: 418, headers: [['content-type', 'text/plain']], body: "I'm a teapot" },
  'not-modified': { status: 304, headers: [], body: '' },
  created: { ...created, status: 201 },
} as const satisfies Readonly<Record<string, Answer> & Record<Exclude<DiagnosisId, NotAFailure>, Answer>>;

/** The ordinary responses of the operations, and what only a browser can bring about. */
type NotAFailure = 'success' | 'no-content' | 'cors-blocked' | 'aborted';

export type FailureId = keyof typeof failures;

/** `headers` with the named values replaced; order and case stay. */
function changed(headers: readonly Header[], values: Readonly<Record<string, string>>): Header[] {
  return headers.map(([name, value]) => [name, values[name] ?? value]);
}
