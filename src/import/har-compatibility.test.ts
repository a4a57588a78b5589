// HAR files are imported as each tool writes them: the same POST that is rejected with 400, and how each tool represents a request without a
// response. Each shape was taken from the source code of the tool or from a file that it wrote.

import { describe, expect, test } from 'vitest';
import { diagnose } from '../core/diagnose/diagnose.ts';
import { importHar } from './import-har.ts';

const url = 'https://api.xero.com/projects.xro/2.0/Projects';
const responseBody =
  '{"message":"The request is invalid.","modelState":{"model.Name":["The Project Name cannot be empty"]}}';
const sent = '{"name":""}';
const startedDateTime = '2026-11-22T14:02:41.000Z';

const toBase64 = (text: string) => Buffer.from(text).toString('base64');
const list = (headers: Record<string, string>) => Object.entries(headers).map(([name, value]) => ({ name, value }));
const file = (name: string, ...entries: unknown[]) => ({
  log: { version: '1.2', creator: { name, version: '1' }, entries },
});
const titleCaseHeaders = list({
  'Content-Type': 'application/json',
  'Xero-Tenant-Id': 't',
  Authorization: 'Bearer x.y',
});
const lowerCaseHeaders = list({
  'content-type': 'application/json',
  'xero-tenant-id': 't',
  authorization: 'Bearer x.y',
});
const responseHeaders = list({ 'Content-Type': 'application/json' });
const jsonPostData = { mimeType: 'application/json', text: sent };

interface ToolExport {
  /** The tool and, where they differ, its version. */
  readonly tool: string;
  readonly har: unknown;
  readonly layout?: number | string;
  readonly bom?: string;
  /** Overrides of the expected values. */
  readonly ms?: number | undefined;
  readonly startedMs?: number;
}

// Chromium: front_end/models/har/Log.ts. HTTP/2 headers include pseudo-headers; `_error` is null or a code.
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
    headers: [...list({ ':authority': 'api.xero.com', ':method': 'POST' }), ...lowerCaseHeaders],
    queryString: [],
    cookies: [],
    headersSize: -1,
    bodySize: 11,
    postData: jsonPostData,
    ...request,
  },
  response: {
    status: 400,
    statusText: '',
    httpVersion: 'h2',
    headers: responseHeaders,
    cookies: [],
    content: { size: responseBody.length, mimeType: 'application/json', text: responseBody },
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

// Firefox: devtools/client/netmonitor/src/har/har-builder.js. Local time; no `_error`.
const firefox = (response: object, timings: object) => ({
  startedDateTime: '2026-11-23T03:02:41.000+13:00',
  request: {
    bodySize: 11,
    method: 'POST',
    url,
    httpVersion: 'HTTP/2',
    headers: titleCaseHeaders,
    cookies: [],
    queryString: [],
    headersSize: 500,
    postData: { mimeType: 'application/json', params: [], text: sent },
  },
  response: {
    status: 400,
    statusText: 'Bad Request',
    httpVersion: 'HTTP/2',
    headers: responseHeaders,
    cookies: [],
    content: {
      mimeType: 'application/json',
      size: responseBody.length,
      encoding: 'base64',
      text: toBase64(responseBody),
    },
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
    headers: titleCaseHeaders,
    queryString: [],
    headersSize: -1,
    bodySize: -1,
    postData: { ...jsonPostData, params: [] },
  },
  response: {
    status: 400,
    statusText: 'Bad Request',
    httpVersion: 'HTTP/2',
    cookies: [],
    headers: responseHeaders,
    content: { size: responseBody.length, compression: 0, mimeType: 'application/json', text: responseBody },
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

// mitmproxy 10 and later: mitmproxy/addons/savehar.py. `content.size` is the size of the compressed body; unknown times are null.
const mitmproxy = (response: object, timings: object) => ({
  startedDateTime: '2026-11-22T14:02:41+00:00',
  time: 12.1,
  request: {
    method: 'POST',
    url,
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: titleCaseHeaders,
    queryString: [],
    headersSize: 400,
    bodySize: 11,
    postData: { ...jsonPostData, params: [] },
  },
  response: {
    status: 400,
    statusText: 'Bad Request',
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: list({ 'Content-Type': 'application/json', 'Content-Encoding': 'gzip', 'Content-Length': '90' }),
    content: { size: 90, compression: 12, mimeType: 'application/json', text: responseBody },
    redirectURL: '',
    headersSize: 200,
    bodySize: 90,
    ...response,
  },
  cache: {},
  timings: { connect: null, ssl: null, send: 1, receive: 1.1, wait: 10, ...timings },
  serverIPAddress: '1.2.3.4',
});

// Playwright: packages/playwright-core/src/server/har/harTracer.ts. Status -1 and `_failureText` if there was no response.
const playwright = (response: object) => ({
  startedDateTime,
  time: 12.2,
  request: {
    method: 'POST',
    url,
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: lowerCaseHeaders,
    queryString: [],
    headersSize: 400,
    bodySize: 11,
    postData: { ...jsonPostData, params: [] },
  },
  response: {
    status: 400,
    statusText: 'Bad Request',
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: responseHeaders,
    content: { size: -1, mimeType: 'application/json', text: responseBody },
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
    headers: titleCaseHeaders,
    queryString: [],
    postData: jsonPostData,
    headersSize: -1,
    bodySize: -1,
  },
  response: {
    status: 400,
    statusText: 'Bad Request',
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: responseHeaders,
    content: { size: responseBody.length, mimeType: 'application/json', text: responseBody },
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
    headers: [...list({ ':method': 'POST' }), ...lowerCaseHeaders],
    queryString: [],
    postData: jsonPostData,
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
    headers: [...list({ ':status': '400' }), ...responseHeaders],
    content: {
      size: responseBody.length,
      compression: 0,
      mimeType: 'application/json',
      text: toBase64(responseBody),
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

const rejected: ToolExport[] = [
  { tool: 'Chrome', har: file('WebInspector', chrome({}, {})), layout: 2 },
  {
    // `Log.ts`: a sanitized file contains neither `Authorization` nor cookies.
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
  // From a Charles 4.2 file, with `statusText` and `redirectURL` null: github.com search for `_charlesStatus`.
  { tool: 'Charles', har: file('Charles Proxy', charles({}, {})) },
  {
    // From the same files: a body sent as a form has `params` but no text, with JSON as the name of a parameter.
    tool: 'Charles, for JSON sent as a form',
    har: file(
      'Charles Proxy',
      charles({ postData: { mimeType: 'application/x-www-form-urlencoded', params: [{ name: sent, value: '' }] } }, {}),
    ),
  },
  {
    // .NET writes seven digits, Fiddler a byte order mark: github.com/httprunner/har2case/issues/6 has two sample files.
    tool: 'Fiddler',
    bom: '\ufeff',
    har: file('Fiddler', {
      startedDateTime: '2026-11-22T14:02:41.0000000+00:00',
      time: 12,
      request: {
        headersSize: 400,
        postData: { ...jsonPostData },
        queryString: [],
        headers: titleCaseHeaders,
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
        content: {
          compression: 12,
          mimeType: 'application/json',
          text: responseBody,
          size: responseBody.length,
          comment: 'x',
        },
        headers: responseHeaders,
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
        headers: titleCaseHeaders,
        postData: { ...jsonPostData, text: toBase64(sent), encoding: 'base64' },
      },
      response: {
        status: 400,
        headers: responseHeaders,
        content: { size: responseBody.length, text: toBase64(responseBody), encoding: 'base64' },
      },
      timings: { send: 0, wait: 12, receive: 0 },
    }),
  },
  { tool: 'mitmproxy', har: file('mitmproxy', mitmproxy({}, {})), layout: 4 },
  {
    // mitmproxy 8: examples/contrib/har_dump.py. Whole milliseconds, -1 for unknown values.
    tool: 'har_dump of mitmproxy 8',
    har: file('mitmproxy har_dump', {
      ...mitmproxy({}, { connect: -1, ssl: -1, receive: 1 }),
      time: 12,
      startedDateTime: '2026-11-22T14:02:41.000120+00:00',
    }),
    layout: 2,
  },
  { tool: 'Playwright', har: file('Playwright', playwright({})), layout: 2 },
  // packages/insomnia/src/common/har.ts. The start time is the time of the export.
  { tool: 'Insomnia', har: file('Insomnia REST Client', insomnia(12, {})), layout: '\t' },
  {
    // Postman itself has no HAR export; its runner has github.com/whitehatsec/newman-reporter-har: no times, `version` a number.
    tool: 'newman-reporter-har',
    har: {
      log: {
        version: 1.2,
        creator: { name: 'My collection', version: '1' },
        entries: [
          {
            startedDateTime,
            request: { method: 'POST', url, headers: titleCaseHeaders, queryString: [], postData: jsonPostData },
            response: {
              status: 400,
              statusText: 'Bad Request',
              headers: responseHeaders,
              content: { mimeType: 'application/json; charset=utf-8', text: responseBody },
            },
          },
        ],
      },
    },
    ms: undefined,
  },
  {
    tool: 'HAR written by hand',
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
          response: { status: '400', content: { text: JSON.parse(responseBody) } },
        },
      ],
    },
  },
];

describe.each(rejected)('$tool', ({ har, layout, bom = '', ...row }) => {
  test('yields the request and its response', async () => {
    const { exchanges, unrelated, problems } = await importHar(bom + JSON.stringify(har, null, layout));
    const [exchange] = exchanges;
    expect({ unrelated, problems }).toEqual({ unrelated: 0, problems: [] });
    expect(exchange).toMatchObject({
      startedMs: Date.UTC(2026, 10, 22, 14, 2, 41),
      match: { matchedBy: 'host', operation: 'createProject' },
      request: { method: 'POST', token: { kind: 'opaque', scheme: 'Bearer' }, body: { kind: 'text', text: sent } },
      response: { status: 400, body: { kind: 'text', text: responseBody } },
      failure: undefined,
    });
    const { durationMs } = exchange ?? {};
    expect(durationMs && Math.round(durationMs)).toBe('ms' in row ? row.ms : 12);
    expect(exchange?.request.headers).toContainEqual(['xero-tenant-id', 't']);
    expect(exchange && diagnose(exchange).id).toBe('validation-failed');
  });
});

const noResponse = { status: 0, statusText: '', headers: [], content: { size: 0, mimeType: '' } };
const zeroTimings = { blocked: 0, dns: 0, connect: 0, ssl: 0, send: 0, wait: 0, receive: 0 };

test.each<[what: string, entry: unknown, diagnosis: string | undefined, message?: string]>([
  [
    'Chrome for a failed request',
    chrome({}, { ...noResponse, _error: 'net::ERR_CONNECTION_RESET' }),
    'network-failure',
    'net::ERR_CONNECTION_RESET',
  ],
  [
    'Chrome for a cancelled request',
    chrome({}, { ...noResponse, _error: 'net::ERR_ABORTED' }),
    'aborted',
    'net::ERR_ABORTED',
  ],
  ['Firefox for a cancelled request', firefox(noResponse, zeroTimings), 'network-failure', ''],
  ['Firefox for an interrupted request', firefox(noResponse, { ...zeroTimings, blocked: -1 }), 'network-failure', ''],
  ['Firefox for a pending request', firefox(noResponse, {}), undefined],
  [
    'Safari for a request blocked by CORS',
    safari(
      {
        ...noResponse,
        _error: 'Origin https://app.example is not allowed by Access-Control-Allow-Origin. Status code: 404',
      },
      {},
    ),
    'cors-blocked',
    'Origin https://app.example is not allowed by Access-Control-Allow-Origin. Status code: 404',
  ],
  [
    'Safari for a failed request',
    safari({ ...noResponse, _error: 'The network connection was lost.' }, {}),
    'network-failure',
    'The network connection was lost.',
  ],
  [
    'mitmproxy for a failed request',
    mitmproxy({ ...noResponse, content: {}, _error: 'Server disconnected.' }, {}),
    'network-failure',
    'Server disconnected.',
  ],
  [
    'Playwright for a failed request',
    playwright({ ...noResponse, status: -1, _failureText: 'net::ERR_FAILED' }),
    'network-failure',
    'net::ERR_FAILED',
  ],
  ['Insomnia for a failed request', insomnia(0, { ...noResponse, statusText: 'Error' }), 'network-failure', ''],
  ['Insomnia for a request that was never sent', insomnia(0, noResponse), undefined],
  [
    'Proxyman for a pending request',
    { startedDateTime, time: 1948, request: { method: 'GET', url, headers: [] }, response: null },
    undefined,
  ],
])('reads the entry of %s', async (_, entry, diagnosis, message) => {
  const { exchanges, problems } = await importHar(JSON.stringify(file('x', entry)));
  expect(exchanges.map((each) => diagnose(each).id)).toEqual(diagnosis === undefined ? [] : [diagnosis]);
  expect(exchanges[0]?.failure?.message).toBe(message);
  expect(problems).toEqual(
    diagnosis === undefined ? [{ index: 0, reason: 'The file has no response to this request.' }] : [],
  );
});
