// Parsing any Authorization header neither throws nor finds claims that are not there.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { redactSecrets } from '../core/secrets/redact-secrets.ts';
import { anyText, anyValue } from '../testing/arbitraries/exchange.ts';
import { cpuMs } from '../testing/cpu-time.ts';
import { parseToken } from './parse-token.ts';

const encoded = (text: string) => Buffer.from(text).toString('base64url');
const bearerToken = (payload: string) => `Bearer ${encoded('{"alg":"RS256"}')}.${encoded(payload)}.signature`;

const anyHeader = fc.oneof(
  anyText,
  fc.tuple(fc.constantFrom('Bearer', 'bearer', 'Basic', ''), anyText).map((parts) => parts.join(' ')),
  fc.array(fc.oneof(fc.base64String({ maxLength: 40 }), anyText), { maxLength: 4 }).map((parts) => parts.join('.')),
);

describe('parseToken', () => {
  test('parses any text', () => {
    const property = fc.property(anyHeader, (value) => {
      expect(parseToken(value)).toMatchObject({
        length: value.length,
        fingerprint: expect.stringMatching(/^([0-9a-f]{8})?$/),
      });
    });
    fc.assert(property);
  });

  test('parses any payload, treating only objects as claims', () => {
    const property = fc.property(anyValue, (payload) => {
      // Longer payloads are not Xero's.
      fc.pre(JSON.stringify(payload).length < 4_000);
      const isObject = typeof payload === 'object' && payload !== null && !Array.isArray(payload);
      expect(parseToken(bearerToken(JSON.stringify(payload))).kind).toBe(isObject ? 'jwt' : 'opaque');
    });
    fc.assert(property);
  });

  const claims = ['iss', 'client_id', 'scope', 'nbf', 'exp'];
  test('returns only strings, arrays of strings, and times from claims', () => {
    const property = fc.property(fc.dictionary(fc.constantFrom(...claims), anyValue), (payload) => {
      const { kind, issuer, clientId, scopes, notBeforeMs, expiresMs } = parseToken(
        bearerToken(JSON.stringify(payload)),
      );
      if (kind !== 'jwt') return;
      expect([typeof issuer, typeof clientId].filter((each) => each !== 'string' && each !== 'undefined')).toEqual([]);
      expect((scopes ?? []).filter((each) => typeof each !== 'string')).toEqual([]);
      expect([notBeforeMs ?? 0, expiresMs ?? 0].filter((each) => !Number.isFinite(each))).toEqual([]);
    });
    fc.assert(property);
  });

  test.each([
    ['an array', '[{"iss":"a"}]'],
    ['a string', '"iss"'],
    ['null', 'null'],
    ['nested arrays', `${'['.repeat(5_000)}${']'.repeat(5_000)}`],
    ['nested objects', `${'{"a":'.repeat(1_500)}1${'}'.repeat(1_500)}`],
    ['nested objects after other claims', `${'{"b":0,"a":'.repeat(800)}1${'}'.repeat(800)}`],
    ['1 MB', `{"iss":"${'x'.repeat(1_000_000)}"}`],
    ['1 MB of brackets', '['.repeat(1_000_000)],
    ['truncated JSON', '{"iss":"https://identity.xero.com"'],
    ['invalid UTF-8', '\xff\xfe\0'],
  ])('treats %s as opaque', (_, payload) => {
    expect(parseToken(bearerToken(payload)).kind).toBe('opaque');
  });

  test.each(['A', '.', ' ', 'Bearer ', '{', 'eyJ', 'eyJ.eyJ', '\0'])('parses 1 MB of %j', (text) => {
    const value = text.repeat(1_000_000 / text.length);
    expect(parseToken(value).kind).not.toBe('jwt');
  });
});

describe('redactSecrets', () => {
  const token = `${encoded('{"alg":"RS256"}')}.${encoded('{"iss":"https://identity.xero.com"}')}.signature`;

  test('redacts a token in any context', () => {
    const property = fc.property(
      fc.oneof(anyText, fc.constantFrom('a.', 'a.b.', '-', '"')),
      anyText,
      (before, after) => {
        const redacted = redactSecrets(`${before}${token}${after}`);
        expect(redacted).not.toMatch(/eyJ[\w-]{4}/);
        expect(redacted.startsWith(before)).toBe(true);
      },
    );
    fc.assert(property);
  });

  test('redacts an encrypted token', () => {
    const redacted = redactSecrets(
      `got ${encoded('{"alg":"dir","enc":"A256GCM"}')}..AbCdEfGh1234.AbCdEfGh5678.AbCdEfGh9012 back`,
    );
    expect(redacted).toMatch(/^got \[token [\da-f]{8}\] back$/);
  });

  const long = `${encoded('{"alg":"RS256","kid":"1CAF8E66772D6DC028D6726FD0261581570EFC19","typ":"JWT"}')}.${encoded(
    `{"iss":"https://identity.xero.com","scope":"${'projects '.repeat(20)}","xero_userid":"secret-user"}`,
  )}.${encoded('signature'.repeat(40))}`;
  const atDots = (text: string, lineBreak: string) => text.replaceAll('.', `.${lineBreak}`);
  const inLines = (text: string, columns: number, lineBreak: string) =>
    text.match(new RegExp(`.{1,${columns}}`, 'g'))?.join(lineBreak) ?? '';
  test.each([
    ['after its dots', atDots(long, '\n')],
    ['after its dots, in a short one', atDots(`${token}${'x'.repeat(34)}`, '\n')],
    ['after its dots, as JSON writes it', atDots(long, String.raw`\r\n`)],
    ['before its dots', long.replaceAll('.', '\r\n  .')],
    ['at 76 columns', inLines(long, 76, '\r\n')],
    ['at 64 columns, indented', inLines(long, 64, '\n    ')],
    ['at 120 columns, as JSON writes it', inLines(long, 120, String.raw`\n`)],
  ])('redacts a token with line breaks %s, and nothing around it', (_, broken) => {
    const redacted = redactSecrets(`GET /Projects\nBearer ${broken}\nXero-Tenant-Id: x\nHello there`);
    expect(redacted).toMatch(/^GET \/Projects\nBearer \[token [\da-f]{8}\]\nXero-Tenant-Id: x\nHello there$/);
  });

  test.each(['eyJaaaaaaaa\n', `${'eyJ'.repeat(20)}\n`, `${'eyJ'.repeat(20)}\\n.`, `eyJaaaaaaaa.${'eyJ'.repeat(20)}\n`])(
    'redacts 1 MB of %j in linear time',
    (text) => {
      const ms = (characters: number) => cpuMs(() => redactSecrets(text.repeat(characters / text.length)));
      ms(100_000);
      expect(ms(1_000_000)).toBeLessThan(30 * Math.max(ms(100_000), 2));
    },
  );

  test('does not change text without a token', () => {
    const property = fc.property(anyText, (text) => {
      expect(redactSecrets(text)).toBe(text);
    });
    fc.assert(property);
  });

  test.each(['eyJ', 'eyJaaaaaaaa.', 'eyJaaaaaaaa..', 'eyJ.', 'eyJeyJeyJeyJ.', 'a.eyJ', '-', 'eyJaaaaaaaa.eyJ.'])(
    'redacts 1 MB of %j without noticeable delay',
    (text) => {
      expect(redactSecrets(text.repeat(1_000_000 / text.length)).length).toBeGreaterThan(1_000);
    },
  );
});
