import { describe, expect, test } from 'vitest';
import { redactSecrets } from '../core/secrets/redact-secrets.ts';
import { createHeaderReader } from './header-reader.ts';
import { parseToken } from './parse-token.ts';

const part = (value: unknown) =>
  btoa(JSON.stringify(value)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
const jwt = (claims: unknown) => `${part({ alg: 'RS256', typ: 'JWT' })}.${part(claims)}.signature`;
const claims = {
  iss: 'https://identity.xero.com',
  exp: 1_800,
  nbf: 0,
  client_id: 'c',
  scope: ['projects'],
  xero_userid: 'secret-user',
};

describe('parseToken', () => {
  test('returns claims and a fingerprint, and nothing of the token', () => {
    const token = parseToken(`Bearer ${jwt(claims)}`);
    expect(token).toMatchObject({
      kind: 'jwt',
      scheme: 'Bearer',
      scopes: ['projects'],
      expiresMs: 1_800_000,
      clientId: 'c',
    });
    expect(token.fingerprint).toMatch(/^[0-9a-f]{8}$/);
    expect(JSON.stringify(token)).not.toMatch(/secret-user|signature|eyJ/);
  });

  test('does not mistake a token for a scheme, even if it is all letters', () => {
    expect(parseToken('AbcdefghijklmnopQrst')).toMatchObject({ kind: 'opaque', scheme: '' });
    expect(parseToken('Negotiate')).toMatchObject({ kind: 'missing', scheme: 'Negotiate' });
  });

  test.each([
    ['hunter2', ''],
    ['Zq hunter2', ''],
    ['hunter2 Bearer', ''],
    ['hunter Zq7Xk2', ''],
    ['"Bearer" abc', ''],
    ['Bearer', 'Bearer'],
    ['bearer abc', 'bearer'],
    ['DPoP\tabc', 'DPoP'],
    ['AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE', 'AWS4-HMAC-SHA256'],
  ])('of the words of %j recognizes only %j as a scheme', (value, scheme) => {
    const token = parseToken(value);
    expect(token.scheme).toBe(scheme);
    expect(JSON.stringify(token)).not.toMatch(/hunter|Zq|AKIA/);
  });

  test.each([1e300, -1e300, 1e15, -5, Number.MAX_SAFE_INTEGER, '1800', null, [1800]])(
    'does not believe that a token expires at %j',
    (time) => {
      expect(parseToken(`Bearer ${jwt({ ...claims, exp: time, nbf: time })}`)).toMatchObject({
        kind: 'jwt',
        notBeforeMs: undefined,
        expiresMs: undefined,
      });
    },
  );

  test('returns no secret that a claim contains', () => {
    const secret = jwt(claims);
    const token = parseToken(`Bearer ${jwt({ iss: secret, client_id: `a ${secret}`, scope: ['b', secret] })}`);
    expect(token).toMatchObject({ kind: 'jwt', scopes: ['b', expect.stringMatching(/^\[token/)] });
    expect(JSON.stringify(token)).not.toContain('eyJ');
  });

  test('gives different tokens different fingerprints', () => {
    expect(parseToken(jwt(claims)).fingerprint).not.toBe(parseToken(jwt({ ...claims, exp: 1 })).fingerprint);
  });

  test.each([
    ['', 'missing'],
    ['Bearer', 'missing'],
    ['Bearer   ', 'missing'],
    ['Bearer abc', 'opaque'],
    ['Basic dXNlcjpwYXNz', 'opaque'],
    ['Bearer a.b.c', 'opaque'],
    [`Bearer x.${btoa('7')}.z`, 'opaque'],
    [`Bearer x.${'A'.repeat(1_000_000)}.z`, 'opaque'],
    [`"Bearer ${jwt(claims)}"`, 'opaque'],
    [`Bearer "${jwt(claims)}"`, 'opaque'],
    [`Bearer '${jwt(claims)}'`, 'opaque'],
    [`Bearer ${jwt(claims).replace('.', '.\n')}`, 'opaque'],
    [`Bearer ${jwt(claims).replace(/.$/, '\r\ne')}`, 'opaque'],
    [`Bearer ${jwt(claims)}\n`, 'jwt'],
    [jwt({ scope: 7, exp: 'soon', iss: null }), 'jwt'],
  ])('reads %.40s as %s', (value, kind) => {
    expect(parseToken(value).kind).toBe(kind);
  });
});

describe('headers', () => {
  test.each([
    `Bearer "${jwt(claims)}"`,
    `"Bearer ${jwt(claims)}"`,
    `Bearer ${jwt(claims).replace('.', '.\n')}`,
    `Bearer ${jwt(claims).replace(/\.(?=[^.]*$)/, '\r\n.')}`,
  ])('contain no part of a token sent as %j, and neither does redacted JSON with it', (value) => {
    const names = ['Authorization', 'X-Forwarded-Authorization'];
    const parsed = createHeaderReader()(names.map((name) => ({ name, value })));
    expect(JSON.stringify(parsed)).not.toMatch(/eyJ|signature|secret-user/);
    expect(redactSecrets(JSON.stringify({ authorization: value }))).not.toContain('eyJ');
  });

  test('contain no token, cookie or key, whatever the header', () => {
    const secret = jwt(claims);
    const { headers } = createHeaderReader()(
      [
        ['Authorization', `Bearer ${secret}`],
        ['X-Forwarded-Authorization', `Bearer ${secret}`],
        ['Cookie', 'session=topsecret; other=topsecret'],
        ['Set-Cookie', 'session=topsecret; HttpOnly'],
        ['X-Api-Key', 'topsecret'],
        ['Xero-Tenant-Id', 'tenant'],
        [':authority', 'api.xero.com'],
      ].map(([name = '', value = '']) => ({ name, value })),
    );
    expect(JSON.stringify(headers)).not.toMatch(/eyJ|topsecret/);
    expect(headers.map(([name]) => name)).toEqual([
      'x-forwarded-authorization',
      'cookie',
      'set-cookie',
      'x-api-key',
      'xero-tenant-id',
    ]);
  });

  test('have tokens inside longer texts replaced by their fingerprint', () => {
    expect(redactSecrets(`{"access_token":"${jwt(claims)}","a":1}`)).toMatch(
      /^\{"access_token":"\[token [0-9a-f]{8}\]","a":1\}$/,
    );
  });
});
