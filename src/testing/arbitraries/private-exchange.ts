// Random exchanges with data that must not be exported: tokens and cookies anywhere, personal data in its usual fields. For property tests.

import fc from 'fast-check';
import type { Entry } from 'har-format';
import { createExchange } from '../../capture/create-exchange.ts';
import type { BrowserEntry } from '../../capture/har-entry.ts';
import { createHeaderReader } from '../../capture/header-reader.ts';
import { readResponseBody } from '../../capture/read-response-body.ts';
import { matchOperation } from '../../core/match/match-operation.ts';
import type { Exchange } from '../../core/model/exchange.ts';
import type { RedactionClass } from '../../core/redact/classes.ts';

export interface PrivateEntry {
  readonly entry: Entry;
  /** The tokens and cookies in it. No part of them may appear in an export. */
  readonly secrets: readonly string[];
  /** Values that may not appear once their class is redacted. */
  readonly people: Readonly<Record<RedactionClass, readonly string[]>>;
}

/** Long enough not to appear anywhere by chance. */
const word = fc.stringMatching(/^[A-Z][a-z]{7}[A-Z][a-z]{7}$/);
const opaque = fc.stringMatching(/^[A-Za-z0-9]{24}$/);
const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const jwt = opaque.map((subject) => `${encoded({ alg: 'RS256' })}.${encoded({ iss: 'x', sub: subject })}.${subject}`);
const secretNames = [
  'access_token',
  'refresh_token',
  'id_token',
  'client_secret',
  'client_assertion',
  'password',
  'code_verifier',
  'token',
  'apikey',
  'api_key',
  'session',
  'access%5Ftoken',
  'refresh_token[]',
  'Authorization',
  'set-cookie',
];
const secretHeaders = [
  'authorization',
  'Cookie',
  'Set-Cookie',
  'X-Api-Key',
  'X-Access-Token',
  'x-xsrf-token',
  'Proxy-Authorization',
  'X-Auth-Token',
  'api-key',
  'x-forwarded-authorization',
  'x-amz-security-token',
];
const headerNames = ['accept', 'referer', 'x-anything', 'content-type', 'user-agent', 'location', 'traceparent'];

/** A text that contains `inside`: quoted, percent-encoded, nested in JSON and so on. */
const holding = (inside: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(inside, fc.nat(7)).map(([value, way]) => {
    const ways = [
      value,
      `The thing "${value}" is here.`,
      `https://app.example/a/${encodeURIComponent(value)}?b=${encodeURIComponent(value)}#c`,
      JSON.stringify({ anything: [{ at: value }], n: 1.0 }),
      JSON.stringify({ text: JSON.stringify({ deep: { er: value } }) }),
      `a=1&b=${encodeURIComponent(value)}`,
      JSON.stringify({ anything: value }, null, 4),
      `{"anything":"${value}","cut":"of`,
    ];
    return ways[way] ?? value;
  });

/** A secret that is recognized by its name, or by a word in front of it. */
const named = fc.tuple(fc.constantFrom(...secretNames), opaque, fc.nat(22)).map(([asParameter, value, way]) => {
  const name = decodeURIComponent(asParameter).replace('[]', '');
  const basic = Buffer.from(`client:${value}`).toString('base64');
  const ways = [
    `?a=1&${asParameter}=${value}&b=2`,
    `grant_type=authorization_code&code=${value}`,
    JSON.stringify({ [name]: { of: [{ deep: value }] } }),
    JSON.stringify({ config: { headers: { [name]: [value, value], accept: 'x' } } }, null, 2),
    JSON.stringify({ a: JSON.stringify({ b: { [name]: { deep: value } } }) }),
    JSON.stringify({ rawHeaders: ['Host', 'x', 'Authorization', `Bearer ${value}1`, 'Cookie', `sid=${value}`] }),
    JSON.stringify([{ name, value }]),
    `failed with Bearer ${value}1 and https://u:${value}@app.example/`,
    `failed with Basic ${basic}`,
    `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n--x--`,
    `<a><b:${name}>${value}</b:${name}></a>`,
    `a: 1\n${name}: ${value}\n`,
    `grant_type=x&${name}=${value}`,
    JSON.stringify({ [name]: value }),
    JSON.stringify({ a: JSON.stringify({ b: [{ [name]: value }] }) }),
    `{ "${name}" : "${value}`,
    `https://app.example/?to=${encodeURIComponent(`https://x.example/?${name}=${value}`)}`,
    `{"${name}"=>"${value}", "b"=>1}`,
    `Array ( [${name}] => ${value} [b] => 1 )`,
    `{'${name}': b'${value}'}`,
    `<pre>{&#34;${name}&#34;: &#34;${value}&#34;}</pre>`,
    `<meta content="${value}" name="${name}"><input name="${name}" value="${value}">`,
    JSON.stringify({ body: `{"${name}":"${value}"}` }).replaceAll('\\"', '\\u0022'),
  ];
  return { text: ways[way] ?? '', secrets: [value, basic], parameter: `${asParameter}=${value}` };
});

export const privateEntry: fc.Arbitrary<PrivateEntry> = fc
  .record({
    token: jwt,
    bare: opaque,
    cookie: opaque,
    named,
    inReferer: opaque,
    inSent: named,
    places: fc.infiniteStream(fc.nat(1_000_000)),
    tenant: fc.uuid(),
    connection: fc.uuid(),
    contact: fc.uuid(),
    user: fc.uuid(),
    name: fc.tuple(word, word).map((words) => words.join(' ')),
    /** Made of characters that nothing else here uses. */
    shortName: fc.stringMatching(/^(?:[ŁŻŽ][łżž]|[七-丏]{3}|[감-갟]{2})$/),
    tenantInPath: fc.uuid(),
    userInObject: fc.uuid(),
    responseFormat: fc.constantFrom('json', 'xml', 'named'),
    tenantName: word.map((each) => `${each} & "Sons" Ltd`),
    email: fc.tuple(word, word).map(([local, domain]) => `${local}.x@${domain}.example`),
    secretHeader: fc.constantFrom(...secretHeaders),
    header: fc.constantFrom(...headerNames),
    wrapped: fc.array(holding(fc.constant('@@')), { minLength: 9, maxLength: 9 }),
    upper: fc.boolean(),
  })
  .map((made) => {
    const { token, named, tenant, contact, user, name, tenantName, email } = made;
    const spelled = (id: string) => (made.upper ? id.toUpperCase() : id);
    const put = (i: number, value: string) =>
      (made.wrapped[i] ?? '@@').replaceAll('@@', () => insideOf(made.wrapped[i] ?? '', value));
    const sent = {
      name,
      contactId: contact,
      extra: put(0, token),
      userId: user,
      description: `${name} and more`,
      names: [made.shortName],
      text: made.inSent.text,
    };
    const responseItems = [
      { id: made.connection, tenantId: tenant, tenantName },
      {
        name,
        email,
        message: `The project '${name}' of ${email} for ${spelled(contact)} is there`,
        held: put(1, email),
        said: `${name.toUpperCase()} knows ${made.shortName}. ${escaped(tenantName)} /a?b=${encodeURIComponent(name)}`,
        quoted: `Xero said ${JSON.stringify({ tenantName, anything: name })}`,
        user: { id: made.userInObject },
      },
      put(2, spelled(user)),
      put(3, name),
      named.text,
    ];
    const bodies = {
      json: JSON.stringify(responseItems),
      xml: `<User><UserID>${made.userInObject}</UserID><Name>${escaped(tenantName)}</Name><a>${made.shortName}</a></User>`,
      named: named.text,
    };
    const query = new URLSearchParams({ contactId: spelled(contact), q: email, about: name, of: put(4, token) });
    const entry = {
      startedDateTime: '2026-11-22T14:02:41.000Z',
      time: 12,
      request: {
        method: 'POST',
        url: `https://app.example/${spelled(tenant)}/tenants/${made.tenantInPath}/projects.xro/2.0/Projects/${encodeURIComponent(put(6, token))}?${query}&${named.parameter}#${token}`,
        headers: [
          { name: 'Xero-Tenant-Id', value: tenant },
          { name: made.secretHeader, value: `Bearer ${made.bare}` },
          { name: made.header, value: put(5, token) },
          { name: 'Cookie', value: `session=${made.cookie}; b=${made.cookie}` },
          { name: 'X-Who', value: email },
          { name: 'Idempotency-Key', value: `create-${name}` },
          {
            name: 'Referer',
            value: `https://app.example/users/${made.userInObject}?code=${made.inReferer}&name=${made.shortName}`,
          },
        ],
        cookies: [{ name: 'session', value: made.cookie }],
        postData: { mimeType: 'application/json', text: JSON.stringify(sent) },
        bodySize: 1,
      },
      response: {
        status: 400,
        statusText: put(7, token),
        headers: [
          { name: 'Location', value: `https://app.example/?user=${spelled(user)}&t=${token}` },
          { name: 'Set-Cookie', value: `session=${made.cookie}; Path=/` },
          { name: made.secretHeader, value: made.bare },
        ],
        cookies: [{ name: 'session', value: made.cookie }],
        redirectURL: `https://app.example/?t=${token}`,
        _error: put(8, token),
        content: { size: 1, mimeType: 'application/json', text: bodies[made.responseFormat] },
      },
      timings: { wait: 12 },
    };
    return {
      entry: entry as unknown as Entry,
      secrets: [
        ...token.split('.').slice(1),
        made.bare,
        made.cookie,
        made.inReferer,
        ...named.secrets,
        ...made.inSent.secrets,
      ],
      people: {
        tenants: [tenant, made.connection, made.tenantInPath],
        ids: [contact, user, made.userInObject],
        names: [
          name,
          encodeURIComponent(name),
          made.shortName,
          encodeURIComponent(made.shortName),
          tenantName.split(' ')[0] ?? '',
        ],
        emails: [email, email.split('@')[0] ?? ''],
      },
    };
  });

/** The exchange as the extension captures it. */
export async function captureEntry({ entry }: PrivateEntry): Promise<Exchange> {
  const match = matchOperation(entry.request.method, entry.request.url);
  if (match === undefined) throw new Error(`${entry.request.url} is not recognised.`);
  const exchange = createExchange(entry, { id: 1, match, readHeaders: createHeaderReader() });
  return { ...exchange, response: { ...exchange.response, body: await readResponseBody(entry as BrowserEntry) } };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}

/** Escapes a value for the text around it: percent-encoded in a URL, escaped in JSON. */
function insideOf(around: string, value: string): string {
  if (/^https:|^a=1/.test(around)) return encodeURIComponent(value);
  return value;
}
