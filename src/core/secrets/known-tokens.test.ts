// Tokens with the prefix of their issuer, and private keys, are redacted wherever they are.

import { describe, expect, test } from 'vitest';
import { knownTokens } from './known-tokens.ts';
import { redactSecrets } from './redact-secrets.ts';

const places: readonly (readonly [string, (token: string) => string])[] = [
  ['alone', (token) => token],
  ['in a sentence', (token) => `got ${token} today`],
  ['in JSON', (token) => `{"a":"${token}","b":1}`],
  ['as a key of JSON', (token) => `{"${token}":1}`],
  ['in a query', (token) => `https://a.example/?q=${encodeURIComponent(token)}&b=1`],
  ['in a URL within a URL', (token) => `/?to=${encodeURIComponent(`https://a.example/?q=${token}`)}`],
  ['in a path', (token) => `https://a.example/${token}/x`],
  ['in JSON after a line break', (token) => `{"a":"x\\n${token}"}`],
  ['with its letters encoded', (token) => token.replace(/[a-z]/gi, (each) => `%${each.charCodeAt(0).toString(16)}`)],
];

describe.each(knownTokens.map(({ issuer, example }) => [issuer, example.join('')] as const))(
  'a token of %s',
  (_, token) => {
    test.each(places)('is redacted %s', (_, write) => {
      const redacted = redactSecrets(write(token));
      expect(redacted).toContain('[redacted]');
      for (let at = 0; at + 12 <= token.length; at++) expect(redacted).not.toContain(token.slice(at, at + 12));
    });
  },
);

describe('a private key', () => {
  const label = 'PRIVATE KEY-----';
  test.each([
    [`-----BEGIN ${label}\nabc\ndef\n-----END ${label}\nrest`, '[redacted]\nrest'],
    [`{"k":"-----BEGIN RSA ${label}\\nabc\\n-----END RSA ${label}\\n","b":1}`, '{"k":"[redacted]\\n","b":1}'],
    [`{"k":"-----BEGIN EC ${label}\\nabc`, '{"k":"[redacted]'],
    [`k=-----BEGIN+${label.replace(' ', '+')}%0Aabc%0A-----END+${label.replace(' ', '+')}&b=1`, 'k=[redacted]&b=1'],
  ])('%s becomes %s', (text, redacted) => {
    expect(redactSecrets(text)).toBe(redacted);
  });

  test('is not a certificate', () => {
    const certificate = '-----BEGIN CERTIFICATE-----\nabc\n-----END CERTIFICATE-----';
    expect(redactSecrets(certificate)).toBe(certificate);
  });
});

test.each([
  'sk-learn-something-that-is-quite-long',
  'SG.abc.def',
  'npm_config_registry',
  'AKIA',
  'the xoxb-prefix',
  'ghp_short',
  'whsec_',
  'key-value',
])('%s is not a token', (text) => {
  expect(redactSecrets(text)).toBe(text);
});
