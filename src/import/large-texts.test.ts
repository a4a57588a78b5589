// A body, a header or a URL of any length is cut, and nothing else is lost.

import { describe, expect, test } from 'vitest';
import type { Exchange } from '../core/model/exchange.ts';
import { exchangeFromText } from './exchange-from-text.ts';
import { importHar } from './import-har.ts';

const url = 'https://api.xero.com/projects.xro/2.0/Projects';
/** 1 MiB of a body is stored; in JSON, each character may take two. */
const MAX_STORED_CHARS = 2_500_000;

interface Places {
  readonly body?: string;
  readonly requestBody?: string;
  readonly header?: string;
  readonly address?: string;
  readonly query?: string;
  readonly statusText?: string;
  readonly error?: string;
  readonly mimeType?: string;
  readonly ownText?: string;
}

const entryWith = ({ body, requestBody, header, address, query, statusText, error, mimeType, ownText }: Places) => ({
  startedDateTime: '2026-11-22T14:02:41.000Z',
  time: 12,
  request: {
    method: 'POST',
    url: url + (address ?? ''),
    headers: [
      { name: 'Authorization', value: header ?? 'x' },
      { name: 'Accept', value: header ?? 'x' },
    ],
    queryString: query === undefined ? [] : [{ name: query, value: query }],
    postData: { text: requestBody ?? '{}', mimeType: mimeType ?? '' },
  },
  response: {
    status: 400,
    statusText: statusText ?? '',
    headers: [{ name: header ?? 'x', value: header ?? 'x' }],
    content: { text: body ?? '{}', mimeType: mimeType ?? '' },
    _error: error,
  },
  ...(ownText === undefined
    ? {}
    : {
        _xeroProjects: {
          matchedBy: 'mapped',
          path: ownText,
          url: ownText,
          requestBody: { kind: 'none' },
          responseBody: { kind: 'unavailable', reason: 'evicted', detail: ownText },
          failure: { kind: 'network', message: ownText },
        },
      }),
});

const storedChars = (exchanges: readonly Exchange[]) => JSON.stringify(exchanges).length;

/** What regular expressions may have to run over: letters, spaces, quotes, characters that need an escape. */
const runs = ['a', ' ', '"', '\\', '/', '0.', '\n', 'eyJ', '\0'];

describe.each(runs)('3 MB of %j', (run) => {
  const long = run.repeat(3_000_000 / run.length);
  test.each<keyof Places>([
    'body',
    'requestBody',
    'header',
    'address',
    'query',
    'statusText',
    'error',
    'mimeType',
    'ownText',
  ])(
    'in %s',
    async (place) => {
      const entries = [entryWith({}), entryWith({ [place]: long }), entryWith({})];
      const { exchanges, problems } = await importHar(JSON.stringify({ log: { entries } }));
      expect(problems).toEqual([]);
      expect(exchanges).toHaveLength(3);
      expect(storedChars(exchanges)).toBeLessThan(MAX_STORED_CHARS);
    },
    60_000,
  );
});

test('a body of 64 MB is imported with its start', async () => {
  const body = `{"items":["${'x'.repeat(64_000_000)}"]}`;
  const { exchanges, problems } = await importHar(JSON.stringify([entryWith({}), entryWith({ body }), entryWith({})]));
  expect(problems).toEqual([]);
  expect(exchanges.map(({ response }) => response.body.kind)).toEqual(['text', 'text', 'text']);
  expect(storedChars(exchanges)).toBeLessThan(MAX_STORED_CHARS);
}, 60_000);

test.each<[encoding: string, encode: (body: string) => string]>([
  ['text', (body) => body],
  ['base64', btoa],
])(
  'the unread end of a body of 8 MB as %s is counted',
  async (encoding, encode) => {
    const body = `{"items":["${'x'.repeat(8_000_000)}"]}`;
    const { request, response, ...rest } = entryWith({});
    const postData = { mimeType: '', text: encode(body), encoding };
    const content = { ...response.content, text: encode(body), encoding };
    const { exchanges } = await importHar(
      JSON.stringify([{ ...rest, request: { ...request, postData }, response: { ...response, content } }]),
    );
    for (const each of [exchanges[0]?.request.body, exchanges[0]?.response.body]) {
      const {
        text = '',
        missingChars = 0,
        bytes = 0,
      } = each as { text?: string; missingChars?: number; bytes?: number };
      expect(body.startsWith(text)).toBe(true);
      expect(text.length).toBeGreaterThan(1_000_000);
      // The padding of base64 counts as unread, too.
      expect(Math.abs(text.length + missingChars - body.length)).toBeLessThan(3);
      expect(Math.abs(bytes - body.length)).toBeLessThan(3);
    }
  },
  60_000,
);

test.each(['', 'HTTP/1.1 200 OK\nServer: a\n\n', 'Server: a\n', '< HTTP/1.1 200 OK\n< ', '```\n', 'GET /'])(
  'pasted text of 8 MB that begins with %j becomes a request of which the rest is counted',
  (start) => {
    for (const run of ['a', ' ', '\n', '{"a":\n']) {
      const { exchange } =
        exchangeFromText(`${start}x${run.repeat(8_000_000 / run.length)}x`, { id: 1, nowMs: 0 }) ?? {};
      expect(JSON.stringify(exchange).length).toBeLessThan(MAX_STORED_CHARS);
    }
  },
  60_000,
);
