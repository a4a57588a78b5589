// Files that are cut, empty or incomplete, and what their tools left out.

import type { Case, Verdict } from '../verdict.ts';

const url = 'https://api.xero.com/projects.xro/2.0/Projects';
const tenant = { name: 'xero-tenant-id', value: '00000000-0000-4000-8000-000000000006' };
const token = { name: 'authorization', value: 'Bearer x.y.z' };
const json = [{ name: 'content-type', value: 'application/json' }];
const refusal =
  '{"message":"The request is invalid.","modelState":{"model.Name":["The Project Name cannot be empty"]}}';

interface EntryParts {
  readonly request?: object;
  readonly response?: object;
  readonly entry?: object;
}

function entryOf({ request, response, entry }: EntryParts): object {
  return {
    startedDateTime: '2026-11-30T02:00:00.000Z',
    time: 120,
    request: { method: 'GET', url, headers: [token, tenant], ...request },
    response: {
      status: 200,
      headers: json,
      content: { size: 2, mimeType: 'application/json', text: '{}' },
      ...response,
    },
    timings: { send: 0, wait: 100, receive: 20 },
    ...entry,
  };
}

const harOf = (entries: readonly EntryParts[], creator: unknown = { name: 'tool', version: '1' }) => ({
  har: { log: { version: '1.2', creator, entries: entries.map(entryOf) } },
});

const refusedPost = (content: object): EntryParts => ({
  request: {
    method: 'POST',
    postData: { mimeType: 'application/json', text: '{"name":"","contactId":"00000000-0000-4000-8000-000000000005"}' },
  },
  response: { status: 400, content: { size: 102, mimeType: 'application/json', ...content } },
});

const encodedRefusal = btoa(refusal);
const readable: readonly [name: string, content: object][] = [
  ['base64 without padding', { encoding: 'base64', text: encodedRefusal.replace(/=+$/, '') }],
  ['base64 with too much padding', { encoding: 'base64', text: `${encodedRefusal}==` }],
  ['base64 in upper case', { encoding: 'BASE64', text: encodedRefusal }],
  ['base64 with line breaks', { encoding: 'base64', text: encodedRefusal.replace(/.{60}/g, '$&\r\n') }],
  ['base64 as a data URL', { encoding: 'base64', text: `data:application/json;base64,${encodedRefusal}` }],
  ['text that is called base64', { encoding: 'base64', text: refusal }],
  ['a JSON value in place of text', { text: JSON.parse(refusal) }],
];

const cut = (creator: string, rest: string) => `{"log":{"version":"1.2",${creator}"entries":[${rest}`;
const truncated: readonly [name: string, file: string, says: RegExp][] = [
  [
    'within the first request',
    cut(
      '"creator":{"name":"Burp","version":"2"},',
      '{"startedDateTime":"2026-11-30T02:00:00Z","request":{"url":"https://x',
    ),
    /The file \(Burp 2\) is cut off in its first entry\./,
  ],
  ['without a creator', cut('', '{"a":'), /The file is cut off in its first entry\./],
  ['without a version', cut('"creator":{"name":"ZAP"},', '{'), /The file \(ZAP\) is cut off in its first entry\./],
  [
    'before the first entry',
    cut('"creator":{"name":"ZAP","version":"2.16"},', ''),
    /The file \(ZAP 2\.16\) is cut off before its first entry\./,
  ],
  [
    'after a name that would break out of the sentence',
    cut(`"creator":{"name":"a\u202e\`b${'x'.repeat(500)}","version":{}},`, '{"a":'),
    /The file \(`a\\u202e´bx{10,60}`\) is cut off in its first entry\./,
  ],
];

const addresses: readonly [name: string, request: object][] = [
  [
    'a path and :authority',
    { url: '/projects.xro/2.0/Projects', headers: [{ name: ':authority', value: 'api.xero.com' }, token, tenant] },
  ],
  [
    'a path and headers as an object',
    {
      url: '/projects.xro/2.0/Projects',
      headers: { host: 'api.xero.com:443', authorization: 'Bearer x.y.z', 'xero-tenant-id': tenant.value },
    },
  ],
  ['no scheme', { url: 'api.xero.com/projects.xro/2.0/Projects' }],
  ['two slashes in place of the scheme', { url: '//api.xero.com/projects.xro/2.0/Projects' }],
  [
    'an empty host',
    { url: 'https:///projects.xro/2.0/Projects', headers: [{ name: 'HOST', value: 'api.xero.com' }, token, tenant] },
  ],
];

const success = { diagnosis: 'success', retry: 'not-needed' } as const;

/** No finding may be based on a token that Chrome left out. */
const aboutTheToken = ['token-missing', 'token-not-jwt', 'token-scope', 'other-token-works', 'added-by-proxy'];

const chrome = { name: 'WebInspector', version: '537.36' };
const rejections: readonly [string, number, string, Verdict['diagnosis'], Verdict['retry']][] = [
  ['401 for a token that Xero couldn’t read', 401, 'AuthenticationUnsuccessful', 'token-invalid', 'fix-first'],
  [
    '401 for an expired token',
    401,
    'TokenExpired: token expired at 11/30/2026 01:00:00',
    'token-expired',
    'refresh-token',
  ],
  ['403 for the tenant', 403, 'AuthenticationUnsuccessful', 'tenant-refused', 'fix-first'],
];

export const cases: readonly Case[] = [
  ...readable.map(
    ([name, content]): Case => ({
      name,
      input: harOf([refusedPost(content)]),
      verdict: {
        diagnosis: 'validation-failed',
        retry: 'fix-first',
        says: [/Project Name cannot be empty/],
        neverSays: [/isn’t text|doesn’t name a field/],
      },
    }),
  ),
  ...truncated.map(
    ([name, file, says]): Case => ({
      name: `a file that ends ${name}`,
      input: { file },
      notice: {
        says: [says, /It contains no complete request\. Export it again\./],
        neverSays: [/no Xero Projects requests/, /\u202e/],
      },
    }),
  ),
  {
    name: 'a file that ends in its third entry',
    input: { file: JSON.stringify(harOf([{}, {}, {}]).har).slice(0, -200) },
    verdict: success,
    notice: {
      says: [/is cut off in the middle of entry 3\. 2 requests imported\./],
      neverSays: [/no complete request/],
    },
  },
  {
    name: 'a whole file without entries',
    input: harOf([], { name: 'Fiddler', version: '5.0' }),
    notice: {
      says: [/nothing to import\. The file \(Fiddler 5\.0\) is complete, but has no entries\./],
      neverSays: [/no Xero Projects requests/],
    },
  },
  {
    name: 'a list without entries',
    input: { file: '[]' },
    notice: { says: [/The file is complete, but has no entries\./], neverSays: [/no Xero Projects requests/] },
  },
  {
    name: 'a whole file whose only entry has no response',
    input: harOf([{ entry: { response: undefined, timings: {} } }]),
    notice: {
      says: [/1 entry couldn’t be read\. Entry 1: The file has no response to this request\./],
      neverSays: [/no Xero Projects requests/],
    },
  },
  {
    name: 'a URL without a host',
    input: harOf([{ request: { url: '/projects.xro/2.0/Projects' } }, {}]),
    verdict: success,
    notice: { says: [/1 request imported\. 1 entry couldn’t be read\./], neverSays: [/skipped/i] },
  },
  {
    name: 'a file of paths for other hosts',
    input: harOf([{ request: { url: '/index.html', headers: [{ name: 'Host', value: 'app.example.com' }] } }, {}]),
    verdict: success,
    notice: { says: [/1 request imported\. Skipped 1 request to another host\./], neverSays: [/couldn’t be read/] },
  },
  ...addresses.map(
    ([name, request]): Case => ({
      name: `an address with ${name}`,
      input: harOf([{ request }]),
      verdict: { ...success, noFindings: ['tenant-missing', 'wrong-address'] },
      notice: { says: [/1 request imported\./] },
    }),
  ),
  {
    name: 'the body of a response in another file',
    input: harOf([
      { response: { status: 400, content: { size: 102, mimeType: 'application/json', _file: 'a1b2\u202e`.json' } } },
    ]),
    verdict: {
      diagnosis: 'bad-request',
      retry: 'fix-first',
      findings: ['body-unavailable'],
      says: [/The HAR file refers to a separate file for the body: a1b2 ?\.json|a1b2.{0,3}\.json/],
      neverSays: [/\u202e/],
    },
  },
  {
    name: 'the body of a request in another file',
    input: harOf([
      {
        request: { method: 'POST', postData: { mimeType: 'application/json', _file: 'b.json' } },
        response: { status: 201 },
      },
    ]),
    verdict: {
      diagnosis: 'created',
      retry: 'not-needed',
      noFindings: ['body-missing', 'field-missing', 'body-not-json'],
    },
  },
  ...rejections.map(
    ([name, status, detail, diagnosis, retry]): Case => ({
      name: `a Chrome export with ${name}`,
      input: harOf(
        [
          {
            request: { headers: [tenant] },
            response: {
              status,
              content: {
                size: 9,
                mimeType: 'application/json',
                text: JSON.stringify({
                  Title: status === 403 ? 'Forbidden' : 'Unauthorized',
                  Status: status,
                  Detail: detail,
                }),
              },
            },
          },
        ],
        chrome,
      ),
      verdict: {
        diagnosis,
        retry,
        findings: ['token-unavailable'],
        noFindings: aboutTheToken,
        neverSays: [/no (?:such|Authorization|Xero-Tenant-Id) header/, /no access token/i],
      },
    }),
  ),
  {
    name: 'a file of another tool in which Xero names the scope of a token that the file lacks',
    input: harOf([
      {
        request: { headers: [tenant] },
        response: {
          status: 401,
          content: {
            size: 9,
            mimeType: 'application/json',
            text: '{"Title":"Unauthorized","Status":401,"Detail":"AuthorizationUnsuccessful"}',
          },
        },
      },
    ]),
    verdict: { diagnosis: 'scope-or-plan-missing', retry: 'fix-first', noFindings: aboutTheToken },
  },
  {
    name: 'a Chrome export with sensitive data, in which the token is really missing',
    input: harOf([{}, { request: { headers: [tenant] }, response: { status: 401, content: { size: 0 } } }], chrome),
    verdict: { diagnosis: 'unauthorized', retry: 'fix-first', findings: ['token-missing'] },
  },
  {
    name: 'a date with an offset without a colon, and times as text',
    input: harOf([
      { entry: { startedDateTime: '2026-11-30T07:30:00.000+0530', time: '120 ms', timings: { wait: '100' } } },
    ]),
    verdict: success,
  },
  {
    name: 'a date in 1970',
    input: harOf([{ entry: { startedDateTime: '1970-01-01T05:30:00.000+0530' } }]),
    verdict: { ...success, neverSays: [/1970/] },
  },
  {
    name: 'several files in one',
    input: { file: `${JSON.stringify(harOf([{}]).har)}\n${JSON.stringify(harOf([{}]).har)}` },
    verdict: success,
    notice: { says: [/imported/], neverSays: [/couldn’t be read|cut off/] },
  },
];
