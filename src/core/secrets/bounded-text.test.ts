import { describe, expect, test } from 'vitest';
import { createExchange } from '../../capture/create-exchange.ts';
import { createHeaderReader } from '../../capture/header-reader.ts';
import { readResponseBody } from '../../capture/read-response-body.ts';
import { harEntry } from '../../testing/har-entry.ts';
import { boundText, redactAndBound, redactAndBoundBody } from './bounded-text.ts';

const long = 'v'.repeat(200_000);
const cut = `${'v'.repeat(16_384)}… 200,000 characters`;
const match = { matchedBy: 'host', path: '/Projects', operation: 'getProjects' } as const;
const create = (entry: Parameters<typeof createExchange>[0]) =>
  createExchange(entry, { id: 1, match, readHeaders: createHeaderReader() });

describe('boundText', () => {
  test.each([
    ['', ''],
    ['v'.repeat(16_384), 'v'.repeat(16_384)],
    ['v'.repeat(16_385), `${'v'.repeat(16_384)}… 16,385 characters`],
  ])('cuts what is longer than 16,384 characters', (text, expected) => {
    expect(boundText(text)).toBe(expected);
  });

  test('does not leave half of a surrogate pair', () => {
    expect(boundText('a😀b', 2)).toBe('a\ufffd… 4 characters');
  });
});

/** The third element is the start of the secret part, which is enough to recognize it. */
describe.each([
  ['a token', `x ghp_${'Zq7XkV2mB9wLr4TnY8pS'.repeat(2)} y`, 'Zq7XkV2'],
  ['a key id', 'x AKIAIOSFODNN7EXAMPLE y', 'IOSFODN'],
  ['Basic credentials', 'x Basic YW5uOlpxN1hrVjJtQjl3 y', 'YW5uOlp'],
  ['the user information of a URL', 'x https://ann:hunter2xyzzy@a.example/ y', 'hunter2'],
  ['a secret in a sentence', 'x token Zq7XkV2mB9wLr4TnY8pS y', 'Zq7XkV2'],
  ['a value before its name', '{"value":"hunter2xyzzy","name":"password"}', 'hunter2'],
])('%s', (_, text, secret) => {
  const places = Array.from({ length: text.length + 1 }, (_, at) => at);

  test('is redacted completely wherever a header value is cut', () => {
    for (const at of places) {
      const cut = redactAndBound(`${'["b"'.padEnd(16_384 - at - 1)},${text}${' '.repeat(9_000)}`);
      expect(cut).not.toContain(secret);
      expect(cut).toMatch(/… 25,[0-9]{3} characters$/);
    }
  });

  test('is redacted completely wherever a body is cut', () => {
    for (const at of places.filter((each) => each % 9 === 0)) {
      const { redacted } = redactAndBoundBody(`${'["b"'.padEnd(1_048_576 - at - 1)},${text}${' '.repeat(9_000)}`);
      expect(redacted).not.toContain(secret);
    }
  });
});

describe('redactAndBoundBody', () => {
  test('counts the characters that it read', () => {
    expect(redactAndBoundBody('b'.repeat(1_048_580))).toMatchObject({ readChars: 1_048_576 });
    const { redacted, readChars } = redactAndBoundBody(`${'b'.repeat(1_048_570)}&token=abcdef&${'c'.repeat(9_000)}`);
    expect(redacted.slice(1_048_570)).toBe('&token=[redacted]');
    expect(readChars).toBe(1_048_583);
  });
});

describe('of an entry', () => {
  test('header values, the URL and the messages are stored as a start and a length', () => {
    const url = `https://api.xero.com/projects.xro/2.0/Projects?q=${long}`;
    const entry = harEntry({ url, method: long, headers: { etag: long }, requestHeaders: { etag: long } });
    const { request, response, failure } = create({
      ...entry,
      response: { ...entry.response, statusText: long, ...{ _error: long } },
    });
    expect(request.url).toBe(`${url.slice(0, 16_384)}… ${url.length.toLocaleString('en')} characters`);
    expect(request.method).toBe(cut.toUpperCase());
    expect(request.headers).toEqual([['etag', cut]]);
    expect(response.headers).toEqual([['etag', cut]]);
    expect(response.statusText).toBe(cut);
    expect(failure?.message).toBe(cut);
  });

  test('200 headers and the known ones are stored, and the others counted', () => {
    const names = Array.from({ length: 5_000 }, (_, i) => [`x-${i}`, 'v']);
    const headers = Object.fromEntries([...names, ['authorization', 'Bearer abc'], ['retry-after', '5']]);
    const { request, response } = create(harEntry({ headers, requestHeaders: headers }));
    for (const message of [request, response])
      expect(message).toMatchObject({ headers: { length: 201 }, omittedHeaders: 4_800 });
    expect(response.headers.at(-1)).toEqual(['retry-after', '5']);
    expect(request.token).toMatchObject({ kind: 'opaque', scheme: 'Bearer' });
    expect(create(harEntry()).request).not.toHaveProperty('omittedHeaders');
  });

  test.each([
    ['text', (text: string) => ({ harText: text })],
    ['base64', (text: string) => ({ harText: btoa(text), encoding: 'base64' })],
  ])('the first MiB of a body is stored, and the size of all of it: %s', async (_, entry) => {
    const body = await readResponseBody(harEntry(entry('b'.repeat(3_000_000))));
    expect(body).toMatchObject({ kind: 'text', bytes: 3_000_000 });
    const { text, missingChars } = body as { text: string; missingChars: number };
    expect(text.length).toBeLessThanOrEqual(1_048_578);
    expect(text.length + missingChars).toBe(3_000_000);
  });

  test('a character that the cut divides does not make a body in base64 binary', async () => {
    const text = `${'b'.repeat(1_048_577)}${'ä'.repeat(10)}`;
    const encoded = Buffer.from(text).toString('base64');
    expect(await readResponseBody(harEntry({ harText: encoded, encoding: 'base64' }))).toMatchObject({ kind: 'text' });
  });

  test('a body that the page sends is cut too', () => {
    expect(create(harEntry({ method: 'POST', sent: 'b'.repeat(1_048_577) })).request.body).toMatchObject({
      bytes: 1_048_577,
      missingChars: 1,
    });
  });
});
