// Secrets in sentences are redacted, but not other values next to the name of a secret.

import { describe, expect, test } from 'vitest';
import { cpuMs } from '../../testing/cpu-time.ts';
import { diagnosisRows } from '../diagnose/diagnosis-rows.ts';
import { redactSecrets } from './redact-secrets.ts';
import { redactSecretsInProse } from './secrets-in-prose.ts';

const secret = 'Zq7XkV2mB9wLr4TnY8pS';

describe('redactSecretsInProse', () => {
  test.each([
    [`refresh token: ${secret} failed`, 'refresh token: [redacted] failed'],
    [`The refresh token '${secret}' is invalid`, "The refresh token '[redacted]' is invalid"],
    [`{"m":"Access token \\"${secret}\\" expired"}`, '{"m":"Access token \\"[redacted]\\" expired"}'],
    [`Token not found: ${secret}.`, 'Token not found: [redacted]'],
    [`invalid client_secret ${secret}`, 'invalid client_secret [redacted]'],
    [`{"m":"Token:\\n${secret}\\n"}`, '{"m":"Token:\\n[redacted]\\n"}'],
    [`{"m":"Token\\u003a ${secret}"}`, '{"m":"Token\\u003a [redacted]"}'],
    [`Bearer token ${secret} rejected`, 'Bearer token [redacted] rejected'],
    [`API key: ${secret} rejected`, 'API key: [redacted] rejected'],
    [`{ access_token: ${secret}, b: 1 }`, '{ access_token: [redacted], b: 1 }'],
    [`TokenSet { AccessToken = ${secret} }`, 'TokenSet { AccessToken = [redacted] }'],
    [`<p>Token &#39;${secret}&#39; has expired`, '<p>Token &#39;[redacted]&#39; has expired'],
    [`?error=refresh%20token%20${secret}%20invalid`, '?error=refresh%20token%20[redacted]%20invalid'],
    [`curl -H 'X-Api-Key: ${secret}'`, "curl -H 'X-Api-Key: [redacted]'"],
  ])('%s becomes %s', (text, redacted) => {
    expect(redactSecretsInProse(text)).toBe(redacted);
    expect(redactSecrets(text)).toBe(redacted);
  });

  test.each([
    'TokenExpired: token expired at 2026-11-22T09-22-02Z',
    'The token is for 00f1a4e5-8f4a-4b3c-9f3a-2f1c6d7e8a90',
    'The token was refused by app2.server3.acme4.example',
    `The nextToken is ${secret}`,
    `"error":"invalid_token","trace":"${secret}"`,
    `The token endpoint of tenant ${secret}`,
    'Session: kitchen refit, phase 2 of 3',
    'The token needs accounting.transactions.read',
    '/static/session-9f8e7d6c5b4a3210.js',
    `https://app.example/sessions/${secret}`,
    'Bearer [token 1a2b3c4d, not kept]',
    'Bearer [token 1a2b3c4d, redacted]',
  ])('does not change %s', (text) => {
    expect(redactSecretsInProse(text)).toBe(text);
  });

  test('does not change any documented response of Xero', () => {
    for (const { example } of diagnosisRows) {
      const text = JSON.stringify([example.body, example.headers]);
      expect(redactSecretsInProse(text)).toBe(text);
    }
  });

  test.each([
    'token ',
    'token-',
    'token is ',
    'api key:',
    'token: a1a1a1a1a1a1a1a1 ',
    'token%20',
    'token a a a a a a ',
  ])('redacts 1 MB of %j without noticeable delay', (text) => {
    const many = text.repeat(1_000_000 / text.length);
    expect(cpuMs(() => redactSecretsInProse(many))).toBeLessThan(1_500);
  });
});
