// A JWT is replaced by its fingerprint in every spelling.

import { describe, expect, test } from 'vitest';
import { redactSecrets } from './redact-secrets.ts';

const urlSafe = (text: string) => Buffer.from(text).toString('base64url');
const standard = (text: string) => Buffer.from(text).toString('base64');
const bytes = Buffer.from(Array.from({ length: 64 }, (_, i) => (i * 97 + 250) % 256));
const payload = '{"iss":"https://identity.xero.com","sub":"ann??>>~~"}';
const headers: readonly (readonly [string, string])[] = [
  ['compact', '{"alg":"RS256"}'],
  ['with a space', '{ "alg": "RS256"}'],
  ['on several lines', '{\n  "alg": "RS256"\n}'],
  ['on several lines of Windows', '{\r\n\t"alg": "RS256"\r\n}'],
  ['with a tab', '{\t"alg":"RS256"}'],
  ['after a space', ' {"alg":"RS256"}'],
  ['after spaces', '      { "alg":"RS256"}'],
  ['after a line break', '\n{"alg":"RS256"}'],
  ['after line breaks of Windows', '\r\n\r\n {"alg":"RS256"}'],
  ['after a byte order mark', '\ufeff{"alg":"RS256"}'],
];
const spellings: readonly (readonly [string, (token: string) => string])[] = [
  ['as it is', (token) => token],
  ['with %2E', (token) => token.replaceAll('.', '%2E')],
  ['with %252e', (token) => token.replaceAll('.', '%252e')],
  ['with \\u002e', (token) => token.replaceAll('.', '\\u002e')],
  ['with &#46;', (token) => token.replaceAll('.', '&#46;')],
  ['percent-encoded', encodeURIComponent],
  ['percent-encoded twice', (token) => encodeURIComponent(encodeURIComponent(token))],
  ['with \\/', (token) => token.replaceAll('/', '\\/')],
  ['with every character percent-encoded', (token) => token.replace(/./g, (each) => `%${code(each)}`)],
  ['with every character escaped', (token) => token.replace(/./g, (each) => `\\u00${code(each)}`)],
];
const code = (character: string) => character.charCodeAt(0).toString(16).padStart(2, '0');
const places: readonly ((token: string) => string)[] = [
  (token) => token,
  (token) => `got ${token} today`,
  (token) => `{"a":"${token}","b":1}`,
  (token) => `{"${token}":1}`,
  (token) => `https://a.example/?z=${token}&b=1`,
  (token) => `/Projects/${token}/Tasks`,
  (token) => `https://a.example/#a=${token}`,
  (token) => `token_${token}`,
  (token) => `<a>${token}</a>`,
];

describe.each([
  ['URL-safe', urlSafe, bytes.toString('base64url')],
  ['standard base64', standard, bytes.toString('base64')],
])('a JWT in %s', (_, encode, signature) => {
  describe.each(headers)('with its header %s', (_, header) => {
    const token = [encode(header), encode(payload), signature].join('.');
    test.each(spellings)('is redacted %s', (_, spell) => {
      const pieces = [encode(payload).slice(0, 12), signature.slice(4, 16), signature.slice(-14, -2)];
      for (const place of places) {
        const redacted = redactSecrets(place(spell(token)));
        expect(redacted).toMatch(/\[(?:token [\da-f]{8}|redacted)\]/);
        for (const piece of pieces.flatMap((each) => [each, spell(each)])) expect(redacted).not.toContain(piece);
      }
    });
  });
});

test.each([
  'https://a.example/keyboard.html',
  'Ci4uLg.network.example',
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'eyJhbGciOiJub25lIn0',
  'eyJhbGciOiJub25lIn0.',
  'eyJhbGciOiJub25lIn0. Then',
])('%s is no JWT', (text) => {
  expect(redactSecrets(text)).toBe(text);
});
