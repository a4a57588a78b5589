// Holds that what a name calls a secret is taken out in any notation, and nothing else is.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withoutNamedSecrets } from './named-secrets.ts';
import { withoutTokens } from './without-tokens.ts';

const names = [
  ...['access_token', 'refresh_token', 'id_token', 'client_secret', 'client_assertion', 'password', 'code_verifier'],
  ...['accessToken', 'Refresh-Token', 'PASSWORD', 'xero_client_secret', 'new_password'],
];

/** What a secret may be made of, and where it may stand. */
const secret = fc
  .tuple(fc.string({ minLength: 8, maxLength: 30 }), fc.stringMatching(/^[A-Za-z0-9]{12}$/))
  .map(([odd, plain]) => ({ value: `${plain}${odd}${plain}`, plain }));

const notations: Readonly<Record<string, (name: string, value: string) => string>> = {
  query: (name, value) => `https://app.example/?a=1&${name}=${encodeURIComponent(value)}&b=2#c`,
  form: (name, value) => `grant_type=refresh_token&${new URLSearchParams([[name, value]])}&b=it's`,
  JSON: (name, value) => JSON.stringify({ a: 'x', [name]: value, b: 'y' }),
  'JSON with spaces': (name, value) => JSON.stringify({ a: 'x', [name]: value }, null, 4),
  'JSON in JSON': (name, value) => JSON.stringify({ a: JSON.stringify({ [name]: value, b: 1 }), b: 'y' }),
  'JSON in JSON in JSON': (name, value) =>
    JSON.stringify({ a: JSON.stringify({ a: JSON.stringify({ [name]: value, b: 1 }) }), b: 'y' }),
  'an address in JSON': (name, value) =>
    JSON.stringify({ next: `https://a.example/?${name}=${encodeURIComponent(value)}`, b: 1 }),
  'JSON in a query': (name, value) => `?state=${encodeURIComponent(JSON.stringify({ [name]: value, b: 1 }))}&b=2`,
  'an address in a query': (name, value) =>
    `?to=${encodeURIComponent(`https://a.example/?${name}=${encodeURIComponent(value)}&c=1`)}&b=2`,
};

describe('withoutNamedSecrets', () => {
  test.each(Object.entries(notations))('leaves nothing of a secret in %s', (_, write) => {
    const property = fc.property(fc.constantFrom(...names), secret, (name, { value, plain }) => {
      const text = write(name, value);
      const kept = withoutNamedSecrets(text);
      expect(kept).not.toContain(plain);
      expect(kept).toContain('[not kept]');
      expect(withoutNamedSecrets(kept)).toBe(kept);
      if (text.startsWith('{')) expect(() => JSON.parse(kept)).not.toThrow();
    });
    fc.assert(property);
  });

  test.each([
    ['?a=1&access_token=abc&b=2', '?a=1&access_token=[not kept]&b=2'],
    ['?access_token=a%26b#x', '?access_token=[not kept]#x'],
    ['{"refresh_token":"a\\"b","c":1}', '{"refresh_token":"[not kept]","c":1}'],
    ['{ "password" : 12345, "c": 1 }', '{ "password" : "[not kept]", "c": 1 }'],
    ['{"a":"{\\"password\\":1}"}', '{"a":"{\\"password\\":\\"[not kept]\\"}"}'],
    ['{"password":"cut o', '{"password":"[not kept]'],
    ['password = "a b" x', 'password = "[not kept]" x'],
    ['<a href="?id_token=abc">x</a>', '<a href="?id_token=[not kept]">x</a>'],
    ['password=[not kept]abc&c', 'password=[not kept]&c'],
  ])('makes of %s: %s', (text, kept) => {
    expect(withoutNamedSecrets(text)).toBe(kept);
  });

  test.each([
    'grant_type=refresh_token&client_assertion_type=x',
    '{"password":null,"id_token":true,"access_token":""}',
    '{"modelState":{"model.Password":["The password is too short"]}}',
    'Your password: it must be long',
    'oauth_problem=token_expired&oauth_problem_advice=The%20access%20token%20has%20expired',
  ])('leaves %s as it is', (text) => {
    expect(withoutNamedSecrets(text)).toBe(text);
  });

  test.each(['password=', 'password="', 'password\\"', '"password":', 'password ', 'password%22:%22', 'password=\\&'])(
    'is done with 1 MB of %j before anybody notices',
    (text) => {
      const started = performance.now();
      withoutNamedSecrets(text.repeat(1_000_000 / text.length));
      expect(performance.now() - started).toBeLessThan(1_500);
    },
  );
});

test('of a token with a name its fingerprint is left, of any other secret nothing', () => {
  const token = 'eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJhYmMifQ.signature';
  expect(withoutTokens(`access_token=${token}&refresh_token=abc`)).toMatch(
    /^access_token=\[token [0-9a-f]{8}\]&refresh_token=\[not kept\]$/,
  );
});
