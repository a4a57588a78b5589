// Holds that HAR files are read as each tool writes them: the same call, a POST that is refused with 400, and what each does with a call
// that got no answer. Each shape was read off the tool's own code, or a file of it.

import { describe, expect, test } from 'vitest';
import { diagnose } from '../core/diagnose/diagnose.ts';
import { importHar } from './import-har.ts';

const url = 'https://api.xero.com/projects.xro/2.0/Projects';
const invalid =
  '{"message":"The request is invalid.","modelState":{"model.Name":["The Project Name cannot be empty"]}}';
const sent = '{"name":""}';
const startedDateTime = '2026-11-22T14:02:41.000Z';

const base64 = (text: string) => Buffer.from(text).toString('base64');
const list = (headers: Record<string, string>) => Object.entries(headers).map(([name, value]) => ({ name, value }));
const file = (name: string, ...entries: unknown[]) => ({
  log: { version: '1.2', creator: { name, version: '1' }, entries },
});
const inTitleCase = list({ 'Content-Type': 'application/json', 'Xero-Tenant-Id': 't', Authorization: 'Bearer x.y' });
const inLowerCase = list({ 'content-type': 'application/json', 'xero-tenant-id': 't', authorization: 'Bearer x.y' });
const answered = list({ 'Content-Type': 'application/json' });
const inJson = { mimeType: 'application/json', text: sent };

interface Row {
  /** The tool and, where they differ, its version. */
  readonly tool: string;
  readonly har: unknown;
  readonly layout?: number | string;
  readonly mark?: string;
  /** Not as told above. */
  readonly ms?: number | undefined;
  readonly startedMs?: number;
}

// Chromium: front_end/models/har/Log.ts. Headers of HTTP/2 with pseudo-headers; `_error` is null or a word.
const chrome = (request: object, response: object) => ({
  _connectionId: '62',
  _initiator: { type: 'script', stack: { callFrames: [] } },
  _priority: 'High',
  _resourceType: 'fetch',
  cache: {},
  connection: '443',
  pageref: 'page_1',
  request: {
    method: 'POST',
    url,
    httpVersion: 'h2',
    headers: [...list({ ':authority': 'api.xero.com', ':method': 'POST' }), ...inLowerCase],
    queryString: [],
    cookies: [],
    headersSize: -1,
    bodySize: 11,
    postData: inJson,
    ...request,
  },
  response: {
    status: 400,
    statusText: '',
    httpVersion: 'h2',
    headers: answered,
    cookies: [],
    content: { size: invalid.length, mimeType: 'application/json', text: invalid },
    redirectURL: '',
    headersSize: -1,
    bodySize: -1,
    _transferSize: 300,
    _error: null,
    _fetchedViaServiceWorker: false,
    ...response,
  },
  serverIPAddress: '127.0.0.1',
  startedDateTime,
  time: 12.4,
  timings: { blocked: 1, dns: -1, ssl: -1, connect: -1, send: 0.4, wait: 10, receive: 1, _blocked_queueing: 0.4 },
});

// Firefox: devtools/client/netmonitor/src/har/har-builder.js. The time of the place; no `_error`.
const firefox = (response: object, timings: object) => ({
  startedDateTime: '2026-11-23T03:02:41.000+13:00',
  request: {
    bodySize: 11,
    method: 'POST',
    url,
    httpVersion: 'HTTP/2',
    headers: inTitleCase,
    cookies: [],
    queryString: [],
    headersSize: 500,
    postData: { mimeType: 'application/json', params: [], text: sent },
  },
  response: {
    status: 400,
    statusText: 'Bad Request',
    httpVersion: 'HTTP/2',
    headers: answered,
    cookies: [],
    content: { mimeType: 'application/json', size: invalid.length, encoding: 'base64', text: base64(invalid) },
    redirectURL: '',
    headersSize: 300,
    bodySize: 400,
    ...response,
  },
  cache: {},
  timings,
  time: Object.values(timings).reduce((sum, ms) => sum + ms, 0),
  _securityState: 'secure',
  serverIPAddress: '127.0.0.1',
  connection: '443',
  pageref: 'page_1',
});

// WebKit: Source/WebInspectorUI/UserInterface/Controllers/HARBuilder.js. Without timing data all times are 0 or -1.
const safari = (response: object, times: object) => ({
  pageref: 'page_0',
  startedDateTime,
  time: 0,
  request: {
    method: 'POST',
    url,
    httpVersion: 'HTTP/2',
    cookies: [],
    headers: inTitleCase,
    queryString: [],
    headersSize: -1,
    bodySize: -1,
    postData: { ...inJson, params: [] },
  },
  response: {
    status: 400,
    statusText: 'Bad Request',
    httpVersion: 'HTTP/2',
    cookies: [],
    headers: answered,
    content: { size: invalid.length, compression: 0, mimeType: 'application/json', text: invalid },
    redirectURL: '',
    headersSize: -1,
    bodySize: -1,
    _transferSize: 0,
    ...response,
  },
  cache: {},
  timings: { blocked: -1, dns: -1, connect: -1, ssl: -1, send: 0, wait: 0, receive: 0 },
  _fetchType: 'Network Load',
  ...times,
});

// mitmproxy 10 and later: mitmproxy/addons/savehar.py. `content.size` is that of the compressed body; times that are not known are null.
const mitmproxy = (response: object, timings: object) => ({
  startedDateTime: '2026-11-22T14:02:41+00:00',
  time: 12.1,
  request: {
    method: 'POST',
    url,
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: inTitleCase,
    queryString: [],
    headersSize: 400,
    bodySize: 11,
    postData: { ...inJson, params: [] },
  },
  response: {
    status: 400,
    statusText: 'Bad Request',
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: list({ 'Content-Type': 'application/json', 'Content-Encoding': 'gzip', 'Content-Length': '90' }),
    content: { size: 90, compression: 12, mimeType: 'application/json', text: invalid },
    redirectURL: '',
    headersSize: 200,
    bodySize: 90,
    ...response,
  },
  cache: {},
  timings: { connect: null, ssl: null, send: 1, receive: 1.1, wait: 10, ...timings },
  serverIPAddress: '1.2.3.4',
});

// Playwright: packages/playwright-core/src/server/har/harTracer.ts. Status -1 and `_failureText` where no answer came.
const playwright = (response: object) => ({
  startedDateTime,
  time: 12.2,
  request: {
    method: 'POST',
    url,
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: inLowerCase,
    queryString: [],
    headersSize: 400,
    bodySize: 11,
    postData: { ...inJson, params: [] },
  },
  response: {
    status: 400,
    statusText: 'Bad Request',
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: answered,
    content: { size: -1, mimeType: 'application/json', text: invalid },
    headersSize: -1,
    bodySize: -1,
    redirectURL: '',
    _transferSize: -1,
    ...response,
  },
  cache: {},
  timings: { send: -1, wait: -1, receive: -1 },
});

const insomnia = (time: number, response: object) => ({
  startedDateTime,
  time,
  request: {
    method: 'POST',
    url,
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: inTitleCase,
    queryString: [],
    postData: inJson,
    headersSize: -1,
    bodySize: -1,
  },
  response: {
    status: 400,
    statusText: 'Bad Request',
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: answered,
    content: { size: invalid.length, mimeType: 'application/json', text: invalid },
    redirectURL: '',
    headersSize: -1,
    bodySize: -1,
    ...response,
  },
  cache: {},
  timings: { blocked: -1, dns: -1, connect: -1, send: 0, wait: time, receive: 0, ssl: -1 },
  comment: 'Create a project',
});

const charles = (request: object, response: object) => ({
  startedDateTime: '2026-11-23T03:02:41.000+13:00',
  time: 12,
  request: {
    method: 'POST',
    url,
    httpVersion: 'HTTP/2.0',
    cookies: [],
    headers: [...list({ ':method': 'POST' }), ...inLowerCase],
    queryString: [],
    postData: inJson,
    headersSize: 14,
    bodySize: 11,
    ...request,
  },
  response: {
    _charlesStatus: 'COMPLETE',
    status: 400,
    statusText: null,
    httpVersion: 'HTTP/2.0',
    cookies: [],
    headers: [...list({ ':status': '400' }), ...answered],
    content: {
      size: invalid.length,
      compression: 0,
      mimeType: 'application/json',
      text: base64(invalid),
      encoding: 'base64',
    },
    redirectURL: null,
    headersSize: 0,
    bodySize: 100,
    ...response,
  },
  serverIPAddress: '1.2.3.4',
  cache: {},
  timings: { dns: -1, connect: -1, blocked: -1, ssl: -1, send: 2, wait: 9, receive: 1 },
});

const refused: Row[] = [
  { tool: 'Chrome', har: file('WebInspector', chrome({}, {})), layout: 2 },
  {
    // `Log.ts`: without sensitive data, `Authorization` and the cookies are left out.
    tool: 'Chrome, sanitized',
    har: file(
      'WebInspector',
      chrome({ headers: list({ 'content-type': 'application/json', 'xero-tenant-id': 't' }) }, {}),
    ),
  },
  {
    tool: 'Firefox',
    har: file('Firefox', firefox({}, { blocked: 0, dns: 0, ssl: 0, connect: 0, send: 0, wait: 12, receive: 0 })),
  },
  {
    tool: 'Safari',
    har: file(
      'WebKit Web Inspector',
      safari(
        {},
        { time: 12.3, timings: { blocked: 0, dns: -1, connect: -1, ssl: -1, send: 1, wait: 10, receive: 1.3 } },
      ),
    ),
  },
  { tool: 'Safari, without timing data', har: file('WebKit Web Inspector', safari({}, {})), ms: 0 },
  // A file of Charles 4.2, with `statusText` and `redirectURL` null: github.com search for `_charlesStatus`.
  { tool: 'Charles', har: file('Charles Proxy', charles({}, {})) },
  {
    // From the same files: a body that was sent as a form is told as `params` without a text, and JSON is taken for a name.
    tool: 'Charles, for JSON that was sent as a form',
    har: file(
      'Charles Proxy',
      charles({ postData: { mimeType: 'application/x-www-form-urlencoded', params: [{ name: sent, value: '' }] } }, {}),
    ),
  },
  {
    // .NET writes seven digits, Fiddler a byte order mark: github.com/httprunner/har2case/issues/6 has two files of it.
    tool: 'Fiddler',
    mark: '\ufeff',
    har: file('Fiddler', {
      startedDateTime: '2026-11-22T14:02:41.0000000+00:00',
      time: 12,
      request: {
        headersSize: 400,
        postData: { ...inJson },
        queryString: [],
        headers: inTitleCase,
        bodySize: 11,
        url,
        cookies: [],
        method: 'POST',
        httpVersion: 'HTTP/1.1',
      },
      response: {
        headersSize: 100,
        bodySize: 90,
        statusText: 'Bad Request',
        redirectURL: '',
        status: 400,
        httpVersion: 'HTTP/1.1',
        cookies: [],
        content: { compression: 12, mimeType: 'application/json', text: invalid, size: invalid.length, comment: 'x' },
        headers: answered,
      },
      connection: 'ClientPort:50001;EgressPort:50002',
      comment: '[#1]',
      cache: {},
      timings: { ssl: -1, connect: -1, dns: -1, blocked: -1, wait: 11, send: 0, receive: 1 },
    }),
  },
  {
    // github.com/ProxymanApp/proxyman-windows-linux/issues/560 and Proxyman/issues/1614: no milliseconds, no pages, request bodies in base64.
    tool: 'Proxyman',
    har: file('Proxyman', {
      startedDateTime: '2026-11-22T15:02:41+01:00',
      time: 12,
      request: {
        method: 'POST',
        url,
        headers: inTitleCase,
        postData: { ...inJson, text: base64(sent), encoding: 'base64' },
      },
      response: {
        status: 400,
        headers: answered,
        content: { size: invalid.length, text: base64(invalid), encoding: 'base64' },
      },
      timings: { send: 0, wait: 12, receive: 0 },
    }),
  },
  { tool: 'mitmproxy', har: file('mitmproxy', mitmproxy({}, {})), layout: 4 },
  {
    // mitmproxy 8: examples/contrib/har_dump.py. Whole milliseconds, -1 for what is not known.
    tool: 'har_dump of mitmproxy 8',
    har: file('mitmproxy har_dump', {
      ...mitmproxy({}, { connect: -1, ssl: -1, receive: 1 }),
      time: 12,
      startedDateTime: '2026-11-22T14:02:41.000120+00:00',
    }),
    layout: 2,
  },
  { tool: 'Playwright', har: file('Playwright', playwright({})), layout: 2 },
  // packages/insomnia/src/common/har.ts. The time is that of the export.
  { tool: 'Insomnia', har: file('Insomnia REST Client', insomnia(12, {})), layout: '\t' },
  {
    // Postman writes none itself; for its runner there is github.com/whitehatsec/newman-reporter-har: no times, `version` a number.
    tool: 'newman-reporter-har',
    har: {
      log: {
        version: 1.2,
        creator: { name: 'My collection', version: '1' },
        entries: [
          {
            startedDateTime,
            request: { method: 'POST', url, headers: inTitleCase, queryString: [], postData: inJson },
            response: {
              status: 400,
              statusText: 'Bad Request',
              headers: answered,
              content: { mimeType: 'application/json; charset=utf-8', text: invalid },
            },
          },
        ],
      },
    },
    ms: undefined,
  },
  {
    tool: 'somebody who writes HAR by hand',
    har: {
      entries: [
        {
          startedDateTime: Date.UTC(2026, 10, 22, 14, 2, 41),
          time: '12 ms',
          request: {
            method: 'post',
            url,
            headers: { 'Xero-Tenant-Id': ['t'], Authorization: 'Bearer x.y' },
            postData: { text: { name: '' } },
          },
          response: { status: '400', content: { text: JSON.parse(invalid) } },
        },
      ],
    },
  },
];

describe.each(refused)('a file of $tool', ({ har, layout, mark = '', ...row }) => {
  test('gives the call and its answer', async () => {
    const { exchanges, others, problems } = await importHar(mark + JSON.stringify(har, null, layout));
    const [exchange] = exchanges;
    expect({ others, problems }).toEqual({ others: 0, problems: [] });
    expect(exchange).toMatchObject({
      startedMs: Date.UTC(2026, 10, 22, 14, 2, 41),
      match: { matchedBy: 'host', operation: 'createProject' },
      request: { method: 'POST', token: { kind: 'opaque', scheme: 'Bearer' }, body: { kind: 'text', text: sent } },
      response: { status: 400, body: { kind: 'text', text: invalid } },
      failure: undefined,
    });
    const { durationMs } = exchange ?? {};
    expect(durationMs && Math.round(durationMs)).toBe('ms' in row ? row.ms : 12);
    expect(exchange?.request.headers).toContainEqual(['xero-tenant-id', 't']);
    expect(exchange && diagnose(exchange).id).toBe('validation-failed');
  });
});

const none = { status: 0, statusText: '', headers: [], content: { size: 0, mimeType: '' } };
const noTimes = { blocked: 0, dns: 0, connect: 0, ssl: 0, send: 0, wait: 0, receive: 0 };

test.each<[what: string, entry: unknown, diagnosis: string | undefined, said?: string]>([
  [
    'Chrome of one that failed',
    chrome({}, { ...none, _error: 'net::ERR_CONNECTION_RESET' }),
    'network-failure',
    'net::ERR_CONNECTION_RESET',
  ],
  [
    'Chrome of one that was cancelled',
    chrome({}, { ...none, _error: 'net::ERR_ABORTED' }),
    'aborted',
    'net::ERR_ABORTED',
  ],
  ['Firefox of one that was cancelled', firefox(none, noTimes), 'network-failure', ''],
  ['Firefox of one that broke off', firefox(none, { ...noTimes, blocked: -1 }), 'network-failure', ''],
  ['Firefox of one that is under way', firefox(none, {}), undefined],
  [
    'Safari of one that CORS stopped',
    safari(
      { ...none, _error: 'Origin https://app.example is not allowed by Access-Control-Allow-Origin. Status code: 404' },
      {},
    ),
    'cors-blocked',
    'Origin https://app.example is not allowed by Access-Control-Allow-Origin. Status code: 404',
  ],
  [
    'Safari of one that failed',
    safari({ ...none, _error: 'The network connection was lost.' }, {}),
    'network-failure',
    'The network connection was lost.',
  ],
  [
    'mitmproxy of one that failed',
    mitmproxy({ ...none, content: {}, _error: 'Server disconnected.' }, {}),
    'network-failure',
    'Server disconnected.',
  ],
  [
    'Playwright of one that failed',
    playwright({ ...none, status: -1, _failureText: 'net::ERR_FAILED' }),
    'network-failure',
    'net::ERR_FAILED',
  ],
  ['Insomnia of one that failed', insomnia(0, { ...none, statusText: 'Error' }), 'network-failure', ''],
  ['Insomnia of one that was never sent', insomnia(0, none), undefined],
  [
    'Proxyman of one that is under way',
    { startedDateTime, time: 1948, request: { method: 'GET', url, headers: [] }, response: null },
    undefined,
  ],
])('reads what is written by %s', async (_, entry, diagnosis, said) => {
  const { exchanges, problems } = await importHar(JSON.stringify(file('x', entry)));
  expect(exchanges.map((each) => diagnose(each).id)).toEqual(diagnosis === undefined ? [] : [diagnosis]);
  expect(exchanges[0]?.failure?.message).toBe(said);
  expect(problems).toEqual(diagnosis === undefined ? [{ index: 0, why: 'The file holds no answer to it.' }] : []);
});
