// At least one response for each diagnosis, by its id: the example of its row, unless `overrides` has a better one.

import { diagnoses } from '../../../src/catalogue/diagnoses/all.ts';
import type { Example } from '../../../src/catalogue/diagnoses/row.ts';
import { sampleResponse } from '../../../src/testing/fixtures/samples.ts';
import type { Header, HttpResponse } from '../http/http-messages.ts';

const json: Header = ['content-type', 'application/json; charset=utf-8'];

const minute = sampleResponse('gw-429-minute');

/** Responses that were recorded or are documented in full, and further ones of the same diagnosis. */
const overrides = {
  'validation-failed': sampleResponse('doc-400-modelstate'),
  'idempotency-key-reused': sampleResponse('proj-400-idempotency'),
  'bad-request': { status: 400, headers: [json], body: '{"message":"Validation failed","modelState":{}}' },
  'token-expired': sampleResponse('gw-401-token-expired'),
  'token-invalid': sampleResponse('gw-401-bad-token'),
  'scope-or-plan-missing': sampleResponse('proj-401-authorization'),
  'tenant-refused': sampleResponse('gw-403-bad-tenant'),
  'not-found': sampleResponse('acc-404-text'),
  'rate-limit-minute': minute,
  'rate-limit-day': {
    ...minute,
    headers: withValues(minute.headers, {
      'retry-after': '66975',
      'x-minlimit-remaining': '60',
      'x-daylimit-remaining': '0',
      'x-rate-limit-problem': 'day',
    }),
  },
  'rate-limit-concurrent': sampleResponse('concurrent-429'),
  'rate-limit-concurrent-0': {
    status: 429,
    headers: [
      ['content-length', '0'],
      ['retry-after', '0'],
      ['x-rate-limit-problem', 'concurrent'],
    ],
    body: '',
  },
  'rate-limit-app-minute': {
    ...minute,
    headers: withValues(minute.headers, {
      'x-appminlimit-remaining': '0',
      'x-minlimit-remaining': '41',
      'x-rate-limit-problem': 'appminute',
    }),
  },
  'rate-limit-legacy': sampleResponse('legacy-503-rate-limit'),
  maintenance: sampleResponse('doc-503-maintenance'),
  'temporarily-unavailable': sampleResponse('doc-503-unavailable'),
  'organisation-offline': sampleResponse('doc-503-organisation-offline'),
  'service-unavailable': sampleResponse('infra-503-iis-html'),
  'server-error': sampleResponse('acc-500-json'),
  'gateway-error-502': {
    status: 502,
    headers: [['content-type', 'text/html']],
    body: '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>',
  },
  'undocumented-405': { status: 405, headers: [['allow', 'GET, POST']], body: '' },
  'rate-limit-unknown-502': {
    status: 502,
    headers: [json],
    body: '{"detail":{"message":"Xero rate limit reached.","status_code":429,"retry_after":"37","response":""}}',
  },
  'not-found-500': {
    status: 500,
    headers: [json],
    body: `{"message":"Unexpected character encountered while parsing value: T. Path '', line 0, position 0."}`,
  },
  'connector-error': {
    status: 500,
    headers: [json],
    body: '{"error":"Unexpected error, please reach out to our team at https://pipedream.com/support"}',
  },
  'tenant-refused-500': { status: 500, headers: [json], body: sdkErrorWithToken() },
  'network-failure': { status: 0, headers: [], body: '', action: 'drop' },
  'success-0': { status: 200, headers: [json], body: '[]' },
  'scope-or-plan-missing-2': {
    status: 401,
    headers: [
      ['www-authenticate', 'Bearer error="insufficent_scope"'],
      ['content-length', '0'],
    ],
    body: '',
  },
  'redirected-301': redirect(301),
  'redirected-303': redirect(303),
  'redirected-307': redirect(307),
  'redirected-308': redirect(308),
  'payload-too-large-2': {
    status: 413,
    headers: [['content-type', 'text/html']],
    body: '<html><head><title>IIS 10.0 Detailed Error - 413.0</title></head><body><h3>HTTP Error 413.0 - Request Entity Too Large</h3></body></html>',
  },
  'wrong-api': sampleResponse('acc-400-validation-contrast'),
} as const satisfies Readonly<Record<string, HttpResponse>>;

/** The body that a server forwards if it converts an error of xero-node before 20.0.0 to text. */
function sdkErrorWithToken(): string {
  const body = { Title: 'Forbidden', Status: 403, Detail: 'AuthenticationUnsuccessful' };
  const token = ['{"alg":"none"}', '{"iss":"https://identity.xero.com","scope":["projects"]}', 'not a signature']
    .map((part) => Buffer.from(part).toString('base64url'))
    .join('.');
  const sent = { authorization: `Bearer ${token}`, 'xero-tenant-id': 'x', 'user-agent': 'xero-node-13.3.0' };
  const request = { url: { host: 'api.xero.com' }, headers: sent, method: 'GET' };
  const headers = { 'x-appminlimit-remaining': '9998' };
  return JSON.stringify({ error: JSON.stringify({ response: { statusCode: 403, body, headers, request }, body }) });
}

type Row = (typeof diagnoses)[number];
/** A failure that only a browser can cause has an example without a response. An example with a URL depends on that URL. */
type RowWithResponse = Exclude<
  Row,
  { readonly example: { readonly failure: string } } | { readonly example: { readonly url: string } }
>;

export type FailureId = RowWithResponse['id'] | keyof typeof overrides;

export const failures: Readonly<Record<FailureId, HttpResponse>> = { ...exampleResponses(), ...overrides };

function exampleResponses(): Record<RowWithResponse['id'], HttpResponse> {
  const rows = diagnoses.filter((row): row is RowWithResponse => !('failure' in row.example || 'url' in row.example));
  return Object.fromEntries(rows.map(({ id, example }) => [id, responseOf(example)])) as Record<
    RowWithResponse['id'],
    HttpResponse
  >;
}

function responseOf({ status, headers = {}, body = '' }: Example): HttpResponse {
  // Without its length, an empty response would end only when the connection does.
  const framing: Header[] = body === '' && status !== 204 && status !== 304 ? [['content-length', '0']] : [];
  return { status, headers: [...Object.entries(headers), ...framing], body };
}

/** A redirect to the same origin, so that a browser can follow it. */
function redirect(status: number): HttpResponse {
  return {
    status,
    headers: [
      ['location', '/sign-in'],
      ['cache-control', 'no-store'],
      ['content-length', '0'],
    ],
    body: '',
  };
}

/** `headers` with the named values replaced, in the same order and case. */
function withValues(headers: readonly Header[], values: Readonly<Record<string, string>>): Header[] {
  return headers.map(([name, value]) => [name, values[name] ?? value]);
}
