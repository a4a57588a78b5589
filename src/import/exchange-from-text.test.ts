// Responses are parsed in every form in which they are pasted, any text yields an exchange, and no token in it is stored.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diagnose } from '../core/diagnose/diagnose.ts';
import { anyText } from '../testing/arbitraries/exchange.ts';
import { cpuMs } from '../testing/cpu-time.ts';
import { samples } from '../testing/fixtures/samples.ts';
import { judgementsOf } from '../testing/logs.ts';
import { exchangeFromText } from './exchange-from-text.ts';

const nowMs = Date.UTC(2026, 10, 22, 14, 2, 41);
const paste = (text: string, mappings: string[] = []) => exchangeFromText(text, { id: 1, nowMs, mappings });

/** The parts of a pasted exchange that matter here; `undefined` for those that the text does not contain. */
function summarize(text: string): Summary | undefined {
  const pasted = paste(text);
  if (pasted === undefined) return undefined;
  const { exchange, hasRequest, hasStatus } = pasted;
  const { request, response } = exchange;
  return {
    request: hasRequest ? `${request.method} ${request.url}` : undefined,
    sent: request.body.kind === 'text' ? request.body.text : undefined,
    status: hasStatus ? response.status : undefined,
    type: response.headers.find(([name]) => name === 'content-type')?.[1],
    body: response.body.kind === 'text' ? response.body.text : undefined,
    diagnosis: diagnose(exchange).id,
  };
}

const address = 'https://api.xero.com/projects.xro/2.0/Projects';
const body = '{"message":"The request is invalid.","modelState":{"model.Name":["The Project Name cannot be empty"]}}';
const sent = '{"name":""}';
const responseHead = 'HTTP/1.1 400 Bad Request\nContent-Type: application/json\nDate: Sun, 22 Nov 2026 14:00:00 GMT\n';
const requestHead = 'POST /projects.xro/2.0/Projects HTTP/1.1\nHost: api.xero.com\nContent-Type: application/json\n';
const json = 'application/json';

interface Summary {
  readonly request: string | undefined;
  readonly sent: string | undefined;
  readonly status: number | undefined;
  readonly type: string | undefined;
  readonly body: string | undefined;
  readonly diagnosis: string;
}

const responseOnly: Summary = {
  request: undefined,
  sent: undefined,
  status: 400,
  type: json,
  body,
  diagnosis: 'validation-failed',
};
const both = { ...responseOnly, request: `POST ${address}`, sent };
const bodyOnly = { ...responseOnly, status: undefined, type: undefined };

// As curl 8 prints it, over a proxy and HTTP/2.
const curlHead = `< HTTP/2 400 \n< content-type: application/json\n< date: Sun, 22 Nov 2026 14:00:00 GMT\n< `;
const curlVerbose = `* Host proxy.example:3128 was resolved.
*   Trying 192.0.2.1:3128...
* CONNECT tunnel: HTTP/1.1 negotiated
> CONNECT api.xero.com:443 HTTP/1.1
> Host: api.xero.com:443
> User-Agent: curl/8.5.0
> 
< HTTP/1.1 200 Connection established
< 
* CONNECT phase completed
* ALPN: server accepted h2
> POST /projects.xro/2.0/Projects HTTP/2
> Host: api.xero.com
> Content-Type: application/json
> Content-Length: 11
> 
* upload completely sent off: 11 bytes
${curlHead}
${body}* Connection #0 to host api.xero.com left intact`;

const curlRedirected = `> GET /projects.xro/2.0/projects HTTP/1.1
> Host: app.example
> 
< HTTP/1.1 301 Moved Permanently
< Location: /api/projects.xro/2.0/Projects
< Content-Length: 0
< 
* Connection #0 to host app.example left intact
* Issue another request to this URL: 'https://app.example/api/projects.xro/2.0/Projects'
> POST /api/projects.xro/2.0/Projects HTTP/1.1
> Host: app.example
> 
${curlHead}
{ [102 bytes data]
100   102  100   102    0     0   1020      0 --:--:-- --:--:-- --:--:--  1020
${body}
* Connection #0 to host app.example left intact`;

test.each<[what: string, text: string, expected: Summary | undefined]>([
  ['a raw HTTP response', `${responseHead}\n${body}`, responseOnly],
  ['a request and its response', `${requestHead}\n${sent}\n\n${responseHead}\n${body}`, both],
  [
    'a request with an absolute URL',
    `POST ${address}\nContent-Type: application/json\n\n${sent}\n\n${responseHead}\n${body}`,
    both,
  ],
  [
    '`curl -i` preceded by the command',
    `$ curl -i -X POST ${address} \\\n    -d '{}'\n${responseHead}\n${body}`,
    responseOnly,
  ],
  ['HTTP/2 without a reason phrase', `HTTP/2 400 \ncontent-type: application/json\n\n${body}`, responseOnly],
  ['HTTP/3 without a trailing space', `HTTP/3 400\ncontent-type: application/json\n\n${body}`, responseOnly],
  ['`curl -i` through a proxy', `HTTP/1.1 200 Connection established\n\n${responseHead}\n${body}`, responseOnly],
  ['a response after 100 Continue', `HTTP/1.1 100 Continue\n\n${responseHead}\n${body}`, responseOnly],
  [
    '`curl -iL`',
    `HTTP/1.1 301 Moved Permanently\nLocation: /x\nContent-Type: text/html\n\n${responseHead}\n${body}`,
    responseOnly,
  ],
  ['`curl -v` through a tunnel', curlVerbose, { ...both, sent: undefined }],
  [
    '`curl -vL` with a progress meter',
    curlRedirected,
    { ...both, request: 'POST https://app.example/api/projects.xro/2.0/Projects', sent: undefined },
  ],
  [
    'a chunked body',
    `${responseHead}Transfer-Encoding: chunked\n\n5\r\n${body.slice(0, 5)}\r\n${(body.length - 5).toString(16)};x=y\n${body.slice(5)}\n0\n\n`,
    responseOnly,
  ],
  [
    'a chunked response whose body was already reassembled',
    `${responseHead}Transfer-Encoding: chunked\n\n${body}`,
    responseOnly,
  ],
  ['headers that no empty line separates from the body', `${responseHead}${body}`, responseOnly],
  [
    'headers wrapped by a terminal',
    `HTTP/1.1 400 Bad Request\nstrict-transport-security: max-age=31536000; includeSubDom\nains; preload\ncontent-type: application/js\non\n\n${body}`,
    responseOnly,
  ],
  [
    'JSON wrapped by a terminal',
    `${responseHead}\n${body.slice(0, 30)}\n${body.slice(30, 70)}\n${body.slice(70)}`,
    responseOnly,
  ],
  ['a response in a code fence', `It says:\n\n\`\`\`http\n${responseHead}\n${body}\n\`\`\`\nWhy?`, responseOnly],
  [
    'request and response in separate code fences',
    `I send\n\`\`\`\n${requestHead}\n${sent}\n\`\`\`\nand get\n\`\`\`\n${responseHead}\n${body}\n\`\`\``,
    both,
  ],
  ['a fence that is never closed', `\`\`\`json\n${body}`, bodyOnly],
  ['only a body', body, bodyOnly],
  ['only a body with a byte order mark', `\ufeff ${body}`, bodyOnly],
  ['only a body preceded by the command', `$ curl -X POST ${address}\n${body}`, bodyOnly],
  ['headers and a body', `content-type: application/json\nx-correlation-id: 1\n\n${body}`, { ...bodyOnly, type: json }],
  [
    'only a request',
    `${requestHead}\n${sent}`,
    { ...both, status: undefined, type: undefined, body: undefined, diagnosis: 'undocumented' },
  ],
  ['plain text', 'It does not work', { ...bodyOnly, body: 'It does not work', diagnosis: 'undocumented' }],
  [
    'XML',
    '<Error><Message>x</Message></Error>',
    { ...bodyOnly, body: '<Error><Message>x</Message></Error>', diagnosis: 'undocumented' },
  ],
  [
    'a response without a body',
    'HTTP/1.1 204 No Content\r\n\r\n',
    { ...responseOnly, status: 204, type: undefined, body: undefined, diagnosis: 'no-content' },
  ],
  ['nothing', ' \n\ufeff\t', undefined],
])('reads %s', (_, text, expected) => {
  expect(summarize(text)).toEqual(expected);
  // Windows line endings.
  if (!text.includes('\r')) expect(summarize(text.replaceAll('\n', '\r\n'))).toEqual(expected);
});

describe('without a status', () => {
  test.each([
    ['{"Type":null,"Title":"Unauthorized","Status":401,"Detail":"TokenExpired: token expired"}', 'token-expired', 401],
    ['{"Title":"Forbidden","Status":403,"Detail":"AuthenticationUnsuccessful"}', 'tenant-refused', 403],
    [body, 'validation-failed', 400],
    ['{"items":[],"pagination":{"page":1,"pageSize":50,"pageCount":0,"itemCount":0}}', 'success', 200],
    ['[]', 'success', 200],
    ['<html>', 'undocumented', 0],
  ])('infers it from %s', (text, diagnosis, status) => {
    const pasted = paste(text);
    expect(pasted && [diagnose(pasted.exchange).id, pasted.exchange.response.status]).toEqual([diagnosis, status]);
  });

  test.each(samples.filter(({ body }) => body?.startsWith('{')))(
    'diagnoses the recorded body of $id as it would with the status',
    (sample) => {
      const headers = Object.entries(sample.headers ?? {}).map(([name, value]) => `${name}: ${value}\n`);
      const pastedExchange = paste(`HTTP/1.1 ${sample.status}\n${headers.join('')}\n${sample.body}`);
      const body = paste(sample.body ?? '');
      expect(body && diagnose(body.exchange).id).toBe(pastedExchange && diagnose(pastedExchange.exchange).id);
    },
  );
});

test('uses the date of the response, and matches the URL with the mappings', () => {
  expect(paste(`${responseHead}\n`)?.exchange.startedMs).toBe(Date.UTC(2026, 10, 22, 14));
  expect(paste('{}')?.exchange.startedMs).toBe(nowMs);
  const mapped = paste(`GET /x/Projects HTTP/1.1\nHost: app.example\n\n${responseHead}\n`, ['/x/']);
  expect(mapped?.exchange.match).toMatchObject({ matchedBy: 'mapped', operation: 'getProjects' });
});

const fragments = fc.constantFrom(
  ...['HTTP/1.1 200 OK\n', 'HTTP/2 400\n', 'GET / HTTP/1.1\n', 'POST https://api.xero.com/projects.xro/2.0/Tasks\n'],
  ...[
    '> ',
    '< ',
    '* ',
    '< HTTP/1.1 401\n',
    '\n',
    '\r\n',
    '```',
    '```json\n',
    'a: b\n',
    'transfer-encoding: chunked\n',
    '5\r\n',
    'ffffffff\n',
  ],
  ...['{', '"', '}', '{"a":\n1}', '<', '\0', '\ufeff', ' ', '$ curl '],
);

test('makes an exchange that can be diagnosed of any text but white space', () => {
  const textOfFragments = fc.array(fc.oneof(fragments, anyText), { maxLength: 20 }).map((parts) => parts.join(''));
  const property = fc.property(textOfFragments, (text) => {
    const pasted = paste(text);
    expect(pasted === undefined).toBe(text.trim() === '');
    if (pasted) judgementsOf([pasted.exchange]);
  });
  fc.assert(property, { numRuns: 1_000 });
}, 30_000);

test.each([
  '{',
  ' ',
  '\n',
  '\r\n',
  '> a\n',
  '< HTTP/1.1 200\n',
  'HTTP/1.1 200\n\n',
  'HTTP/1.1 200\n',
  'a: b\n',
  '```\n',
  '1\na\n',
  'GET / HTTP/1.1\n',
  'bearer ',
  '< \n{',
])('parses 500 kB of %j without noticeable delay', (fragment) => {
  const many = fragment.repeat(500_000 / fragment.length);
  const texts = [many, `x${many}x`, `HTTP/1.1 200 OK\ntransfer-encoding: chunked\n\n${many}`];
  expect(cpuMs(() => texts.map((text) => paste(text)))).toBeLessThan(8_000);
});

test.each([
  ['a header', (run: string) => `Server:${run}\rx`],
  ['the rest of a token', (run: string) => `HTTP/1.1 401\nAuthorization: Bearer a\n${run}"`],
  ['a status', (run: string) => `HTTP/1.1 401${run}\u2028x`],
  ['a request', (run: string) => `GET /${run}"`],
])('parses 1 MB of white space in %s without noticeable delay', (_, text) => {
  for (const space of [' ', '\t']) expect(cpuMs(() => paste(text(space.repeat(1_000_000))))).toBeLessThan(1_000);
});

describe('secrets', () => {
  const parts = [{ alg: 'RS256' }, { iss: 'https://identity.xero.com', exp: 1_800_000_000 }];
  const token = `${parts.map((each) => Buffer.from(JSON.stringify(each)).toString('base64url')).join('.')}.sig-nature_0123456789`;
  const leaks = [...token.split('.').slice(1), 'topsecret'];

  test('are reduced to claims and a fingerprint', () => {
    const pasted = paste(`${requestHead}Authorization: Bearer ${token}\nCookie: a=topsecret\n\n${responseHead}\n{}`);
    expect(pasted?.exchange.request.token).toMatchObject({ kind: 'jwt', issuer: 'https://identity.xero.com' });
  });

  test.each([
    [
      'a request',
      `${requestHead}Authorization: Bearer ${token}\nCookie: a=topsecret\n\n{"password":"topsecret"}\n\n${responseHead}\n`,
    ],
    [
      '`curl -v`',
      curlVerbose.replace('> Content-Length: 11', `> Authorization: Bearer ${token}\n> Cookie: a=topsecret`),
    ],
    ['a command', `$ curl -i ${address} -H 'Authorization: Bearer ${token}' -b a=topsecret\n${responseHead}\n`],
    ['a command without a status line', `$ curl ${address} -H 'Authorization: Bearer topsecret'\n{"a":1}`],
    ['only a command', `curl ${address} -H 'Authorization: Bearer topsecret'`],
    ['only headers', `Authorization: Bearer topsecret\nContent-Type: text/plain\n\nNo`],
    ['a URL', `GET ${address}?access_token=topsecret HTTP/1.1\n\n${responseHead}\n`],
    [
      'a response',
      `HTTP/1.1 200 ${token}\nSet-Cookie: a=topsecret\nX: ${token}\n\n{"access_token":"${token}","refresh_token":"topsecret"}`,
    ],
    ['a message', `I send \`Authorization: Bearer ${token}\` and get\n\n\`\`\`\n${body}\n\`\`\``],
  ])('are removed from %s', (_, text) => {
    const stored = JSON.stringify(paste(text));
    expect(leaks.filter((leak) => stored.includes(leak))).toEqual([]);
  });

  test('are removed wherever a terminal wrapped the token', () => {
    for (let at = 1; at < token.length; at++) {
      const broken = `${token.slice(0, at)}\n${token.slice(at)}`;
      const inRequest = `${requestHead}Authorization: Bearer ${broken}\n\n${sent}\n\n${responseHead}\n`;
      const last = `${requestHead}Authorization: Bearer ${broken}\n${responseHead}\n`;
      const inCurl = curlVerbose.replace('> Content-Length: 11', `> authorization: Bearer ${broken}`);
      const stored = JSON.stringify([inRequest, last, inCurl].map((each) => paste(each)));
      expect(leaks.filter((leak) => stored.includes(leak))).toEqual([]);
    }
  });
});
