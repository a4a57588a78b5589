// Responses of a back end with Xero's response inside, as the SDKs and frameworks of several languages write them.

import type { DiagnosisId } from '../../../src/catalogue/diagnoses/all.ts';
import type { Case, Verdict } from '../verdict.ts';

const project = '00000000-0000-4000-8000-000000000001';
const envelope = (title: string, status: number, detail: string) => ({
  Type: null,
  Title: title,
  Status: status,
  Detail: detail,
  Instance: '00000000-0000-4000-8000-000000000008',
  Extensions: {},
});
const forbidden = envelope('Forbidden', 403, 'AuthenticationUnsuccessful');
const expired = envelope('Unauthorized', 401, 'TokenExpired: token expired at 11/30/2026 02:21:07');
const invalid = {
  message: 'The request is invalid.',
  modelState: { 'model.Name': ['The Project Name cannot be empty'] },
};

interface Options {
  readonly method?: string;
  readonly path?: string;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

function backEnd(status: number, body: unknown, { method = 'GET', path = '/projects', ...options }: Options = {}) {
  const { type = 'application/json', headers = {} } = options;
  return {
    method,
    url: `https://app.example.com/api/xero${path}`,
    requestHeaders: { accept: 'application/json' },
    requestBody: null,
    status,
    responseHeaders: { 'content-type': type, ...headers },
    responseBody: typeof body === 'string' ? body : JSON.stringify(body),
    mapping: '/api/xero/',
  };
}

const limited: Verdict = { diagnosis: 'rate-limit-unknown', retry: 'back-off', findings: ['status-rewritten'] };
const waits = (seconds: number): Verdict => ({ ...limited, retry: 'wait', seconds });
const fixes = (diagnosis: DiagnosisId, ...says: RegExp[]): Verdict => ({
  diagnosis,
  retry: 'fix-first',
  findings: ['status-rewritten'],
  says,
  neverSays: [/status page/i, /Try again later/],
});
const notNested: Pick<Verdict, 'noFindings'> = { noFindings: ['status-rewritten', 'response-unreadable'] };

export const cases: readonly Case[] = [
  {
    name: 'axios, its message only',
    input: backEnd(500, { message: 'Request failed with status code 429' }),
    verdict: { ...limited, says: [/Your server responded with 500\. Its body quotes a 429, probably from Xero/] },
  },
  {
    name: 'axios, toJSON with the headers of the response',
    input: backEnd(500, {
      error: {
        message: 'Request failed with status code 429',
        name: 'AxiosError',
        code: 'ERR_BAD_REQUEST',
        status: 429,
        config: { url: 'https://api.xero.com/projects.xro/2.0/Projects', headers: { 'xero-tenant-id': 'x' } },
        response: { status: 429, headers: { 'retry-after': '12', 'x-rate-limit-problem': 'minute' }, data: '' },
      },
    }),
    verdict: {
      diagnosis: 'rate-limit-minute',
      retry: 'wait',
      seconds: 12,
      says: [/contains a 429 from Xero/],
      neverSays: [/unknown which limit/],
    },
  },
  {
    name: 'FastAPI, detail as an object',
    input: backEnd(500, { detail: { error: 'xero_forbidden', upstream_status: 403, body: forbidden } }),
    verdict: fixes('tenant-refused', /responded with 500\. Its body contains a 403 from Xero/),
  },
  {
    name: 'requests (Python), with the seconds in a sentence',
    input: backEnd(502, {
      detail:
        '429 Client Error: Too Many Requests for url: https://api.xero.com/projects.xro/2.0/Projects. Retry after 37 seconds.',
    }),
    verdict: { ...waits(37), says: [/unknown which limit was reached/] },
  },
  {
    name: 'xero-python, an ApiException as text',
    input: backEnd(500, {
      error: `xero_python.exceptions.http_status_exceptions.UnauthorizedException: (401)\nReason: Unauthorized\nHTTP response headers: HTTPHeaderDict({'Content-Type': 'application/json'})\nHTTP response body: ${JSON.stringify(expired)}\n`,
    }),
    verdict: { diagnosis: 'token-expired', retry: 'refresh-token', findings: ['status-rewritten'] },
  },
  {
    name: '.NET, EnsureSuccessStatusCode',
    input: backEnd(500, {
      type: 'https://tools.ietf.org/html/rfc7231#section-6.6.1',
      title: 'An error occurred while processing your request.',
      status: 500,
      detail: 'Response status code does not indicate success: 429 (Too Many Requests).',
    }),
    verdict: limited,
  },
  {
    name: 'Guzzle, the body cut off',
    input: backEnd(
      500,
      {
        message: `Client error: \`GET https://api.xero.com/projects.xro/2.0/Projects/${project}\` resulted in a \`404 Not Found\` response:\nThe resource you're looking for cannot be found\n`,
      },
      { path: `/projects/${project}` },
    ),
    verdict: fixes('not-found', /contains a 404 from Xero/),
  },
  {
    name: 'xero-ruby, the body in a sentence',
    input: backEnd(
      500,
      {
        error: `XeroRuby::ApiError Error message: the server returns an error\nHTTP status code: 400\nResponse headers: {"content-type"=>"application/json"}\nResponse body: ${JSON.stringify(invalid)}`,
      },
      { method: 'POST' },
    ),
    verdict: fixes('validation-failed', /Project Name cannot be empty|Its body contains a 400/),
  },
  {
    name: 'Go, an unexpected status in plain text',
    input: backEnd(500, 'list projects: unexpected status 429\n', { type: 'text/plain' }),
    verdict: limited,
  },
  {
    name: 'Spring, RestTemplate',
    input: backEnd(500, {
      timestamp: '2026-11-30T02:22:07Z',
      status: 500,
      error: 'Internal Server Error',
      path: '/api/xero/projects',
      message: `403 Forbidden: "${JSON.stringify(forbidden).replaceAll('"', '\\"')}"`,
    }),
    verdict: fixes('tenant-refused'),
  },
  {
    name: 'the page of Express for an error that nobody caught',
    input: backEnd(
      500,
      '<!DOCTYPE html>\n<html><body><pre>AxiosError: Request failed with status code 429<br> &nbsp; at settle (/srv/node_modules/axios/lib/core/settle.js:19:12)</pre></body></html>',
      { type: 'text/html; charset=utf-8' },
    ),
    verdict: limited,
  },
  {
    name: 'a 200 with an error inside, encoded twice',
    input: backEnd(200, JSON.stringify(JSON.stringify({ ok: false, upstream: { body: forbidden } }))),
    verdict: { ...fixes('tenant-refused'), neverSays: [/The request succeeded/] },
  },
  {
    name: 'a 200 like a Lambda’s with a status inside',
    input: backEnd(200, {
      statusCode: 429,
      headers: { 'Retry-After': '9' },
      body: '{"error":"Xero limit"}',
    }),
    verdict: { ...waits(9), neverSays: [/The request succeeded/] },
  },
  {
    name: 'a 200 with an error that shows no status',
    input: backEnd(200, { success: false, error: 'Sync failed' }),
    verdict: {
      diagnosis: 'success',
      title: 'Error in a success response',
      retry: 'cannot-tell',
      ...notNested,
      neverSays: [/The request succeeded/],
    },
  },
  {
    name: 'milliseconds, and the name of the limit',
    input: backEnd(502, {
      error: { code: 'UPSTREAM', httpStatus: 429, retryAfterMs: 36_500, 'X-Rate-Limit-Problem': 'minute' },
    }),
    verdict: { diagnosis: 'rate-limit-minute', retry: 'wait', seconds: 37 },
  },
  {
    name: 'a status that may be the back end’s own choice',
    input: backEnd(200, { status: 404, message: 'Nothing here' }),
    verdict: {
      diagnosis: 'not-found',
      title: 'Not found (may not be from Xero)',
      retry: 'fix-first',
      says: [/contains a 404, which may not be from Xero/],
    },
  },
  ...(
    [
      ['V8', `Unexpected token 'T', "The resour"... is not valid JSON`],
      ['V8 before 2022', 'Unexpected token T in JSON at position 0'],
      ['Go', "invalid character 'T' looking for beginning of value"],
      ['Ruby', "859: unexpected token at 'The resource'"],
      ['System.Text.Json', "'T' is an invalid start of a value. Path: $ | LineNumber: 0 | BytePositionInLine: 0."],
    ] as const
  ).map(
    ([parser, message]): Case => ({
      name: `${parser} that could not parse Xero’s 404`,
      input: backEnd(500, { error: { message } }, { path: `/projects/${project}` }),
      verdict: fixes(
        'not-found',
        /couldn’t parse a response as JSON\. That response was probably Xero’s plain-text 404/,
      ),
    }),
  ),
  ...(
    [
      [
        'an HTML page',
        `Unexpected token '<', "<!DOCTYPE "... is not valid JSON`,
        /got an HTML page where it expected JSON/,
      ],
      ['another text', `Unexpected token 'T', "Too many r"... is not valid JSON`, /got text where it expected JSON/],
      ['an unknown text', 'Expecting value: line 1 column 1 (char 0)', /doesn’t show what it received/],
    ] as const
  ).map(
    ([what, message, says]): Case => ({
      name: `a parser that met ${what}`,
      input: backEnd(500, { message }),
      verdict: {
        diagnosis: 'server-error',
        title: 'Server error (may not be from Xero)',
        retry: 'back-off',
        findings: ['response-unreadable'],
        noFindings: ['status-rewritten'],
        says: [says],
      },
    }),
  ),
  ...(
    [
      [
        'Pipedream, passed on by another host',
        'https://app.example.com/projects.xro/2.0/Projects',
        'See https://pipedream.com/support',
      ],
      ['Nango', 'https://api.nango.dev/proxy/projects.xro/2.0/Projects', 'An unexpected error occurred.'],
      ['Zapier', 'https://zapier.com/engine/projects.xro/2.0/Projects', 'Something went wrong'],
    ] as const
  ).map(
    ([name, url, error]): Case => ({
      name: `the connector’s own error: ${name}`,
      input: { ...backEnd(500, { error }), url, mapping: '/unused/' },
      verdict: {
        diagnosis: 'connector-error',
        retry: 'cannot-tell',
        says: [/connector’s log/],
        neverSays: [/status page/i, /Xero support/, /Retry a read/],
      },
    }),
  ),
  {
    name: 'a connector that forwards Xero’s message',
    input: {
      ...backEnd(429, { error: { message: 'Xero API error: 429' } }, { headers: { 'retry-after': '5' } }),
      url: 'https://api.nango.dev/proxy/projects.xro/2.0/Projects',
      mapping: '/unused/',
    },
    verdict: { diagnosis: 'rate-limit-unknown', retry: 'wait', seconds: 5 },
  },
  {
    name: 'silent: an error of another service',
    input: backEnd(500, { error: 'Request failed with status code 402 at https://api.stripe.com/v1/charges' }),
    verdict: {
      diagnosis: 'server-error',
      title: 'Server error (may not be from Xero)',
      retry: 'back-off',
      ...notNested,
    },
  },
  {
    name: 'silent: NestJS, its own 403',
    input: backEnd(403, { statusCode: 403, message: 'Forbidden resource', error: 'Forbidden' }),
    verdict: {
      diagnosis: 'tenant-refused',
      title: 'Forbidden (may not be from Xero)',
      retry: 'fix-first',
      ...notNested,
    },
  },
  {
    name: 'silent: the page of a gateway',
    input: backEnd(
      502,
      '<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center></body></html>',
      {
        type: 'text/html',
      },
    ),
    verdict: { diagnosis: 'gateway-error', retry: 'back-off', ...notNested },
  },
  {
    name: 'silent: a project with a number for a name, and a status in its description',
    input: backEnd(200, {
      pagination: { page: 1, pageSize: 50, pageCount: 1, itemCount: 1 },
      items: [
        {
          projectId: project,
          contactId: project,
          name: '429',
          description: 'error 403 Forbidden',
          status: 'INPROGRESS',
        },
      ],
    }),
    verdict: { diagnosis: 'success', title: 'OK', retry: 'not-needed', ...notNested },
  },
  {
    name: 'silent: a success that a back end wrapped',
    input: backEnd(200, {
      success: true,
      error: null,
      data: { projectId: project, name: 'HTTP 429 Too Many Requests' },
    }),
    verdict: { diagnosis: 'success', title: 'OK', retry: 'not-needed', ...notNested },
  },
  {
    name: 'silent: Xero’s own error from Xero’s host',
    input: {
      ...backEnd(500, {
        ...envelope('An error occurred', 500, 'An error occurred in Xero. Request failed with status code 429'),
      }),
      url: 'https://api.xero.com/projects.xro/2.0/Projects',
      mapping: '/unused/',
    },
    verdict: { diagnosis: 'server-error', title: 'Xero server error', retry: 'back-off', ...notNested },
  },
];
