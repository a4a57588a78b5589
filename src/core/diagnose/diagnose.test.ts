import { describe, expect, test } from 'vitest';
import { verdicts } from '../../../e2e/fake-xero/scenarios/recorded-verdicts.ts';
import type { DiagnosisId } from '../../catalogue/diagnoses/all.ts';
import { fillIds } from '../../testing/example.ts';
import { type ExchangeOptions, exchange } from '../../testing/exchange.ts';
import { samples } from '../../testing/fixtures/samples.ts';
import { retryAdvice } from '../retry/retry-advice.ts';
import { diagnose } from './diagnose.ts';
import { diagnosisRows } from './diagnosis-rows.ts';

const proxied = 'https://app.example/xero/projects.xro/2.0/Projects';
const problem = (status: number, detail: string) => ({ Type: null, Title: 'x', Status: status, Detail: detail });
const invalid = {
  message: 'The request is invalid.',
  modelState: { 'model.Name': ['The Project Name cannot be empty'] },
};

describe('diagnose', () => {
  test.each(diagnosisRows)('the example of `$id` has that diagnosis, titled “$title”', ({ id, title, example }) => {
    const diagnosis = diagnose(exchange(example));
    expect([diagnosis.id, diagnosis.row.title]).toEqual([id, title]);
  });

  test.each(samples)('the recorded response $id has its diagnosis and retry advice', (sample) => {
    const recorded = exchange({
      method: sample.method ?? 'GET',
      // Published responses have placeholders instead of ids.
      url: `https://api.xero.com${fillIds(sample.path ?? '/projects.xro/2.0/Projects')}`,
      status: sample.status,
      headers: Object.entries(sample.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
      body: sample.body ?? '',
    });
    const diagnosis = diagnose(recorded);
    const { kind, seconds } = retryAdvice(recorded, diagnosis, recorded.startedMs);
    expect({ diagnosis: diagnosis.id, retry: kind, seconds }).toEqual({ seconds: undefined, ...verdicts[sample.id] });
  });

  const cases: [string, ExchangeOptions, DiagnosisId][] = [
    ['an empty modelState', { status: 400, body: { message: 'No', modelState: {} } }, 'bad-request'],
    [
      'a modelState in PascalCase',
      { status: 400, body: { Message: 'No', ModelState: { Name: 'No' } } },
      'validation-failed',
    ],
    [
      'a modelState after a byte order mark',
      { status: 400, body: `\uFEFF${JSON.stringify(invalid)}` },
      'validation-failed',
    ],
    ['a truncated modelState', { status: 400, body: JSON.stringify(invalid).slice(0, -20) }, 'validation-failed'],
    [
      'a key conflict in a modelState',
      {
        status: 400,
        body: { message: 'x', modelState: { '': ['Idempotency Key k is used with a different request.'] } },
      },
      'idempotency-key-reused',
    ],
    [
      'a truncated problem',
      { status: 401, body: '{"Detail":"AuthorizationUnsuccessful","Inst (truncated...)' },
      'scope-or-plan-missing',
    ],
    [
      'a problem in lower case',
      { status: 401, body: { title: 'x', status: 401, detail: 'TokenExpired: token expired at 1' } },
      'token-expired',
    ],
    [
      'an expired token in OAuth 1 notation',
      { status: 401, body: 'oauth_problem=token_expired&oauth_problem_advice=x' },
      'token-expired',
    ],
    ['an empty 401', { status: 401 }, 'unauthorized'],
    ['a 401 with HTML', { status: 401, body: '<html>no</html>' }, 'unauthorized'],
    [
      'insufficient_scope in a header only',
      { status: 401, headers: { 'www-authenticate': 'Bearer error="insufficient_scope"' } },
      'scope-or-plan-missing',
    ],
    ['an empty 403', { status: 403 }, 'tenant-refused'],
    [
      'a 429 for `app-minute`',
      { status: 429, headers: { 'x-rate-limit-problem': 'app-minute' } },
      'rate-limit-app-minute',
    ],
    ['a 429 for `Daily`', { status: 429, headers: { 'x-rate-limit-problem': 'Daily' } }, 'rate-limit-day'],
    ['a 429 for something new', { status: 429, headers: { 'x-rate-limit-problem': 'lunar' } }, 'rate-limit-unknown'],
    [
      'a legacy limit in plain text',
      { status: 503, body: 'oauth_problem=rate limit exceeded&x=y' },
      'rate-limit-legacy',
    ],
    [
      'a legacy limit percent-encoded',
      { status: 503, body: 'oauth_problem=rate%20limit%20exceeded' },
      'rate-limit-legacy',
    ],
    ['a legacy limit with plus signs', { status: 503, body: 'oauth_problem=rate+limit+exceeded' }, 'rate-limit-legacy'],
    [
      'a legacy limit by header only',
      { status: 503, headers: { 'x-rate-limit-problem': 'Minute' } },
      'rate-limit-legacy',
    ],
    [
      'an offline organisation inside HTML',
      { status: 503, body: '<p>The Organisation is offline</p>' },
      'organisation-offline',
    ],
    ['an empty 503', { status: 503 }, 'service-unavailable'],
    ['an empty 504', { status: 504 }, 'gateway-error'],
    ['a 502 with HTML', { status: 502, body: '<html>Bad gateway</html>' }, 'gateway-error'],
    [
      'an XML ApiException',
      { status: 500, body: '<ApiException><ErrorNumber>500</ErrorNumber></ApiException>' },
      'wrong-api',
    ],
    ['an error of the identity server', { status: 400, body: { error: 'invalid_grant' } }, 'wrong-api'],
    ['an `error` of another server', { status: 400, body: { error: 'Oh' } }, 'bad-request'],
    ['a redirect', { status: 302 }, 'redirected'],
    ['a size that the gateway refuses', { status: 413, body: problem(413, 'PayloadTooLarge') }, 'payload-too-large'],
    ['a 405', { status: 405 }, 'undocumented'],
    ['an invalid status', { status: 999 }, 'undocumented'],
    [
      'a proxy that responds to every error with 500',
      { url: proxied, status: 500, body: problem(401, 'TokenExpired: token expired at 1') },
      'token-expired',
    ],
    [
      'a problem as a string inside a proxy’s response',
      { url: proxied, status: 502, body: { error: JSON.stringify(problem(403, 'AuthenticationUnsuccessful')) } },
      'tenant-refused',
    ],
    [
      'a modelState inside a proxy’s 422',
      { url: proxied, status: 422, body: { ok: false, response: { data: invalid } } },
      'validation-failed',
    ],
    [
      'an error inside a proxy’s 200',
      { url: proxied, status: 200, body: { result: problem(403, 'AuthenticationUnsuccessful') } },
      'tenant-refused',
    ],
    [
      'an error of the identity server inside a proxy’s 500',
      { url: proxied, status: 500, body: { error: 'invalid_client' } },
      'wrong-api',
    ],
    [
      'a modelState beside a proxy’s message',
      { url: proxied, status: 500, body: { message: 'Request failed with status code 400', error: invalid } },
      'validation-failed',
    ],
    [
      'a problem beside a proxy’s message',
      { url: proxied, status: 500, body: { message: 'No', data: problem(401, 'TokenExpired: token expired at 1') } },
      'token-expired',
    ],
    ['a 500 of Xero’s host', { status: 500, body: problem(401, 'x') }, 'server-error'],
    ['a 204', { status: 204 }, 'no-content'],
    ['a CORS failure with a status', { status: 400, failure: 'cors', body: invalid }, 'cors-blocked'],
  ];

  test.each(cases)('%s', (_, options, id) => {
    expect(diagnose(exchange(options)).id).toBe(id);
  });

  const forbidden = 'Forbidden (may not be from Xero)';
  const organisation = 'Organisation refused';
  const unknown400 = 'Bad request (may not be from Xero)';
  const unknown404 = 'Not found (may not be from Xero)';
  test.each<[string, ExchangeOptions, string]>([
    ['an empty 403', { status: 403 }, organisation],
    ['an empty 403 of a proxy', { url: proxied, status: 403 }, forbidden],
    [
      'an empty 403 of a proxy with Xero’s header',
      { url: proxied, status: 403, headers: { 'x-appminlimit-remaining': '9' } },
      organisation,
    ],
    ['a 403 with HTML', { status: 403, body: '<html>no</html>' }, forbidden],
    ['a 403 of a proxy’s CSRF guard', { url: proxied, status: 403, body: { error: 'invalid csrf token' } }, forbidden],
    [
      'a truncated 403 of a proxy',
      { url: proxied, status: 403, body: '{"Detail":"AuthenticationUnsuccessful","Inst' },
      organisation,
    ],
    [
      'a 200 with the page of a single-page app',
      { url: proxied, body: '\n<!doctype html><div id="root"></div>' },
      'HTML instead of API response',
    ],
    [
      'a 200 with HTML and Xero’s correlation id',
      { url: proxied, headers: { 'xero-correlation-id': 'a' }, body: '<html></html>' },
      'OK',
    ],
    ['a 200 with XML', { url: proxied, headers: { 'content-type': 'text/xml' }, body: '<Projects />' }, 'OK'],
    ['a 200 of Xero’s host', { body: '<html></html>' }, 'OK'],
    ['a 200 with JSON behind a proxy', { url: proxied, body: { items: [] } }, 'OK'],
    ['a 400 of a proxy’s body parser', { url: proxied, status: 400, body: '<pre>SyntaxError</pre>' }, unknown400],
    ['an `error` of a proxy with 400', { url: proxied, status: 400, body: { error: 'No session' } }, unknown400],
    [
      'a 400 with Xero’s message behind a proxy',
      { url: proxied, status: 400, body: { message: 'The request is invalid.' } },
      'Bad request',
    ],
    ['a 400 of Xero’s host', { status: 400, body: '<html></html>' }, 'Bad request'],
    [
      'a 401 of a proxy’s session',
      { url: proxied, status: 401, body: { message: 'Sign in' } },
      'Unauthorized (may not be from Xero)',
    ],
    [
      'a 401 with Xero’s correlation id behind a proxy',
      { url: proxied, status: 401, headers: { 'xero-correlation-id': 'a' } },
      'Unauthorized',
    ],
    [
      'an empty 403 with Xero’s correlation id behind a proxy',
      { url: proxied, status: 403, headers: { 'xero-correlation-id': 'a' } },
      organisation,
    ],
    ['a 404 with a proxy’s JSON', { url: proxied, status: 404, body: { detail: 'Not Found' } }, unknown404],
    [
      'a 404 with HTML and Xero’s correlation id behind a proxy',
      { url: proxied, status: 404, headers: { 'xero-correlation-id': 'a' }, body: '<html></html>' },
      'Not found',
    ],
    [
      'a 429 of a proxy’s limit',
      { url: proxied, status: 429, headers: { 'retry-after': '900' }, body: 'Too many requests' },
      'Rate limit reached (may not be from Xero)',
    ],
    [
      'a 429 of Xero behind a proxy',
      { url: proxied, status: 429, headers: { 'x-appminlimit-remaining': '9' } },
      'Rate limit reached (limit unknown)',
    ],
    [
      'a 429 for the minute behind a proxy',
      { url: proxied, status: 429, headers: { 'x-rate-limit-problem': 'minute' } },
      'Minute limit reached',
    ],
    [
      'a 503 of nginx behind a proxy',
      { url: proxied, status: 503, body: '<center>nginx</center>' },
      'Service unavailable (may not be from Xero)',
    ],
    [
      'maintenance behind a proxy',
      { url: proxied, status: 503, body: 'The Xero API is currently offline for maintenance' },
      'Xero API offline for maintenance',
    ],
    ['a 404 with text behind a proxy', { url: proxied, status: 404, body: 'cannot be found' }, 'Not found'],
    [
      'a 404 with HTML behind a proxy',
      { url: proxied, status: 404, body: '<pre>Cannot GET /x</pre>' },
      'Not found (may not be from Xero)',
    ],
    ['a 500 with text', { status: 500, body: 'fetch failed' }, 'Xero server error'],
    [
      'a 500 with text behind a proxy',
      { url: proxied, status: 500, body: 'fetch failed' },
      'Server error (may not be from Xero)',
    ],
    [
      'a 500 with Xero’s problem behind a proxy',
      { url: proxied, status: 500, body: problem(500, 'x') },
      'Xero server error',
    ],
    [
      'a 500 of FastAPI behind a proxy',
      { url: proxied, status: 500, body: { detail: 'Internal Server Error' } },
      'Server error (may not be from Xero)',
    ],
    [
      'a 500 of Spring behind a proxy',
      { url: proxied, status: 500, body: { ...problem(500, 'I/O error'), Type: 'about:blank', Instance: '/x' } },
      'Server error (may not be from Xero)',
    ],
    [
      'a 500 with Xero’s error page behind a proxy',
      { url: proxied, status: 500, body: '\uFEFF<html><title>Xero | Error 500</title></html>' },
      'Xero server error',
    ],
    [
      'an empty 500 with Xero’s correlation id behind a proxy',
      { url: proxied, status: 500, headers: { 'xero-correlation-id': 'a' } },
      'Xero server error',
    ],
    ['a CORS failure of Xero’s host', { status: 0, failure: 'cors' }, 'Blocked by CORS'],
    ['a CORS failure of a proxy', { url: proxied, status: 0, failure: 'cors' }, 'Blocked by CORS (your proxy)'],
    [
      'a CORS failure of a mapped prefix',
      { url: 'https://app.example/api/Projects', status: 0, failure: 'cors' },
      'Blocked by CORS (your proxy)',
    ],
    [
      'a legacy day limit',
      { status: 503, headers: { 'x-rate-limit-problem': 'Daily' }, body: 'oauth_problem=rate limit exceeded' },
      'Day limit reached (legacy 503)',
    ],
    [
      'a legacy minute limit',
      { status: 503, headers: { 'x-rate-limit-problem': 'minute' } },
      'Rate limit reached (legacy 503)',
    ],
    [
      'an error of the Accounting API',
      { status: 400, body: { ErrorNumber: 10, Elements: [] } },
      'Error from another Xero API',
    ],
    [
      'an error of the identity server',
      { status: 400, body: { error: 'invalid_grant' } },
      'Error from Xero’s identity service',
    ],
  ])('the title for %s says no more than the evidence supports', (_, options, title) => {
    expect(diagnose(exchange(options)).row.title).toBe(title);
  });

  const instance = '70e430b3-b708-4d8a-9f3c-1f5a84cd152b';
  const header = { 'xero-correlation-id': '0d6a2ea2-3224-49c5-8995-964997f867af' };
  const problemWith = (Instance: unknown) => ({ ...problem(500, 'An error'), Instance });
  test.each<[string, ExchangeOptions, string | undefined]>([
    ['a header', { headers: header, body: problemWith(instance) }, header['xero-correlation-id']],
    ['a problem without a header', { body: problemWith(instance) }, instance],
    ['a problem inside a proxy’s response', { url: proxied, body: { error: problemWith(instance) } }, instance],
    ['a problem with another kind of instance', { body: problemWith('/api/orders/7') }, undefined],
    ['a response that is no problem', { body: { message: 'No', Instance: instance } }, undefined],
  ])('the correlation id from %s', (_, options, id) => {
    expect(diagnose(exchange({ status: 500, ...options })).correlationId).toBe(id);
  });

  const unusualBodies: [string, unknown][] = [
    ['deep nesting', `${'['.repeat(100_000)}`],
    ['deep objects', '{"a":'.repeat(50_000)],
    ['a modelState of lists of lists', { modelState: { 'model.A': [[['x']]] } }],
    ['a modelState of deep lists', `{"modelState":{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}}`],
    ['a modelState of deep objects', `{"modelState":{"a":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}}}`],
    ['a modelState that is a list', { modelState: ['a'] }],
    ['a modelState that is a number', { modelState: 7 }],
    ['null', 'null'],
    ['a number', '42'],
    ['lone surrogates', '{"message":"\ud800"}'],
    ['NUL characters', '\0\0\0'],
    ['a lone percent sign', '100% broken %zz'],
    ['keys of Object.prototype', '{"modelState":{"__proto__":["x"],"constructor":["y"]}}'],
  ];

  test.each(unusualBodies)('diagnoses a body with %s at any status', (_, body) => {
    for (const status of [0, 200, 400, 401, 403, 404, 429, 500, 503]) {
      expect(diagnose(exchange({ status, body, url: proxied })).row.title).not.toBe('');
    }
  });

  test('searches only the start of a large body', () => {
    const body = `{"Detail":"TokenExpired: token expired at x","pad":"${'x'.repeat(5_000_000)}"}`;
    expect(diagnose(exchange({ status: 401, body })).id).toBe('token-expired');
  });
});
