// What the recorder for Python removes, and what it shares with the extension and with the recorder for Node.

import { describe, expect, test } from 'vitest';
import { redactSecrets } from '../../src/core/secrets/redact-secrets.ts';
import { isSecretName } from '../../src/core/secrets/secret-names.ts';
import { shownHeaders } from '../../src/core/secrets/shown-headers.ts';
import { decideAccess } from '../../src/recorder/protocol/access.ts';
import { toRecordedHeaders } from '../../src/recorder/recording/recorded-headers.ts';
import { isXeroAddress } from '../../src/recorder/recording/xero-address.ts';
import { allowed, readAccessCase, refused } from '../../src/testing/access-cases.ts';
import { evaluatePython, hasPython } from './python.ts';

const random = 'Zq7Xk2Lm9Pw4Rt6Y';
const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const jwt = `${base64({ alg: 'RS256' })}.${base64({ iss: 'https://identity.xero.com' })}.c2lnbmF0dXJl`;

describe.skipIf(!hasPython())('Python, if it is installed', () => {
  test('shows the same headers', () => {
    const names = evaluatePython<string[]>('list(recorder._SHOWN_HEADERS)', null);
    expect(names.sort()).toEqual(shownHeaders.flatMap((each) => each.names).sort());
  });

  test('knows the same names of secrets', () => {
    const names = [
      ...['access_token', 'accessToken', 'X-Access-Token', 'refresh_token', 'id_token', 'client_secret', 'Password'],
      ...['DB_PASS', 'pass[0]', 'passenger', 'token_type', 'token_type_hint', 'expires_in', 'token_expires_at'],
      ...['nextPageToken', 'page_token', 'sessionId', 'csrf', 'apiKey', 'api_key', 'Ocp-Apim-Subscription-Key'],
      ...['code_verifier', 'client_assertion', 'name', 'projectId', 'code', 'auth', 'otp', 'stopover', 'sid', 'inside'],
      ...['Access-Control-Allow-Headers', 'tokenCount', 'secretName', 'key', 'keyboard', 'userCode', 'SAMLResponse'],
    ];
    const expected = Object.fromEntries(names.map((each) => [each, isSecretName(each)]));
    expect(evaluatePython('{each: recorder.is_secret_name(each) for each in values}', names)).toEqual(expected);
  });

  test('stores the same headers', () => {
    const headers: [string, string][] = [
      ['Authorization', `Bearer ${jwt}`],
      ['authorization', jwt],
      ['Authorization', `Bearer ${random}`],
      ['Authorization', 'Basic dXNlcjpwYXNzd29yZA=='],
      ['Authorization', random],
      ['Authorization', `Bearer ${jwt} and more`],
      ['Cookie', 'a=secret; b=2'],
      ['Set-Cookie', 'a=secret'],
      ['X-Api-Key', 's'],
      ['Xero-Tenant-Id', 'tenant'],
      ['Referer', `https://a.example/?access_token=${random}`],
      ['Location', `https://ann:${random}@a.example/?code=${random}&state=1`],
      ['User-Agent', 'x'.repeat(20_000)],
    ];
    const stored = evaluatePython('recorder._har_headers([tuple(each) for each in values])', headers);
    expect(stored).toEqual(toRecordedHeaders(headers));
  });

  test('redacts the same in bodies', () => {
    const texts = [
      '{"projectId":"254553fa-2be8-4991-bd5e-70a97ea12ef8","name":"Token Street 5","pageCount":1}',
      `{"access_token":"${jwt}","token_type":"Bearer","expires_in":1800,"refresh_token":"${random}"}`,
      `{ "client_secret" : "with \\"quotes\\" and \\\\" , "next": "a" }`,
      `{"body":"{\\"client_secret\\":\\"${random}\\",\\"b\\":1}"}`,
      `{"password":12345,"tokens":["a","b"],"pin":"1234","auth":"basic"}`,
      `{"cut":"off","api_key":"${random}`,
      `{'client_secret': '${random}', 'b': 1}`,
      `[{"name":"Authorization","value":"Bearer ${random}"}]`,
      `grant_type=refresh_token&refresh_token=${random}&client_id=1&client_secret=${random}`,
      `https://a.example/callback?code=${random}&state=1#id_token=${random}`,
      `see https://ann:${random}@a.example/x`,
      `<login><access_token>${random}</access_token><name>a</name></login>`,
      `tried Bearer ${random} today, got ${jwt} back`,
      `Cookie: a=${random}`,
      'Bearer authentication failed',
      '-----BEGIN RSA PRIVATE KEY-----\nabc\n-----END RSA PRIVATE KEY-----\n',
      'Büro 5 €, 名前, 😀',
    ];
    const redacted = evaluatePython<string[]>('[recorder.redact(each) for each in values]', texts);
    expect(redacted).toEqual(texts.map(redactSecrets));
  });

  test('redacts a token after any escape', () => {
    const escapes = ['\\n', '\\t', '\\u0022', '\\\\u0022', 'u0022', '%22', '%0a', '%5Cu0022', '%255Cu0022', 'a\\u003d'];
    const texts = escapes.flatMap((each) => [`${each}${jwt}`, `eyJ ${each}${jwt} b`, `${each}a${each}${jwt}`]);
    const redacted = evaluatePython<string[]>('[recorder.redact(each) for each in values]', texts);
    const [token] = evaluatePython<string[]>('[recorder.redact(each) for each in values]', [jwt]);
    expect(redacted).toEqual(texts.map((each) => each.replace(jwt, token as string)));
  });

  test('lets the same requests read recorded entries', () => {
    const cases = [...allowed, ...refused].map(([title, each]) => ({ title, ...readAccessCase(each) }));
    const input = cases.map(({ title, request: { method, url, peer = '', headers }, rules }) => ({
      title,
      request: [method, url.slice(url.indexOf('?') + 1), peer, headers],
      key: rules.key,
      allowed: [[...rules.allowedHosts], [...rules.allowedOrigins]],
    }));
    const decide = `recorder.decide_access(
      recorder.AccessRequest(*each["request"]), each["key"], recorder.Options("", frozenset(), *map(frozenset, each["allowed"]))
    )`;
    const expected = cases.map(({ title, request, rules }) => {
      const access = decideAccess(request, rules);
      return [title, access.status, 'error' in access ? access.error : '', access.allowOrigin ?? null];
    });
    expect(
      evaluatePython(
        `[[each["title"], a.status, a.error, a.allow_origin] for each in values for a in [${decide}]]`,
        input,
      ),
    ).toEqual(expected);
  });

  test('redacts long texts in linear time', () => {
    const texts = [
      'eyJ',
      'token',
      'a=',
      '"',
      '\\"',
      '<token>',
      '://',
      'Bearer ',
      'Cookie: ',
      '"token":"',
      "'token':[",
      '%22',
    ]
      .map((each) => each.repeat(Math.ceil(300_000 / each.length)))
      .map((each) => `token ${each}`);
    const timed = evaluatePython<number[]>(
      '[(lambda start: (recorder.redact(each), recorder.time.perf_counter() - start)[1])(recorder.time.perf_counter()) for each in values]',
      texts,
    );
    expect(Math.max(...timed)).toBeLessThan(5);
  });

  test('stores at most 1,000 requests and 16 MB, and counts the others', () => {
    const sizes = evaluatePython<number[]>(
      `(store := recorder._Recorder(recorder.read_options({})))
        and [store._store({"_xeroServer": {}}, None) for _ in range(1_200)]
        and [len(store.after(0)), store.dropped_after(0), store.dropped_after(1_100), len(store.after(1_195))]
        + [len(store.after(5_000))]
        + ([store._store({"_xeroServer": {}, "text": "x" * 1_000_000}, None) for _ in range(20)]
        and [len(store.after(0)), store.dropped_after(1_200)])`,
      null,
    );
    expect(sizes).toEqual([1_000, 200, 0, 5, 0, 15, 5]);
  });

  test('a forked process has its own key', () => {
    const key = '__import__("xero_recorder")._recorder.key';
    const keys = evaluatePython<string[]>(
      `recorder._install() and [${key}, __import__("multiprocessing").get_context("fork").Pool(1).apply(eval, values)]`,
      [key],
    );
    expect(keys).toEqual([expect.stringMatching(/^[\w-]{22}$/), expect.stringMatching(/^[\w-]{22}$/)]);
    expect(keys[0]).not.toBe(keys[1]);
  });

  test.each([
    ['api.xero.com', '/projects.xro/2.0/Projects'],
    ['API.Xero.com:443', '/connections'],
    ['identity.xero.com', '/connect/token'],
    ['localhost:3000', '/xero/Projects.xro/2.0/Projects'],
    ['proxy.example:8443', '/anything'],
    ['localhost:8080', '/anything'],
    ['localhost:8081', '/anything'],
    ['api.xero.com.evil.example', '/'],
    ['app.example', '/?next=/projects.xro/2.0'],
  ])('records the same: %s%s', (host, path) => {
    const hosts = ['proxy.example', 'localhost:8080'];
    const expected = isXeroAddress(host, path, new Set(hosts));
    expect(evaluatePython('recorder.is_xero_address(*values[:2], frozenset(values[2]))', [host, path, hosts])).toBe(
      expected,
    );
  });
});
