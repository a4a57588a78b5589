// How a HAR file describes data that it does not contain.

import { expect, test } from 'vitest';
import { exchange } from '../../testing/exchange.ts';
import { serializeHar } from './write-har.ts';

test('explains why a body is missing, and identifies the token by its fingerprint', () => {
  const base = exchange({ sentHeaders: { accept: 'a' } });
  const token = {
    ...({ kind: 'jwt', scheme: 'Bearer', fingerprint: '0a1b2c3d', length: 900, issuer: undefined } as const),
    clientId: undefined,
    scopes: undefined,
    notBeforeMs: undefined,
    expiresMs: undefined,
  };
  const body = { kind: 'unavailable', reason: 'navigated', bytes: undefined } as const;
  const withBody = { ...base, request: { ...base.request, token }, response: { ...base.response, body } };
  const [entry] = JSON.parse([...serializeHar([withBody], { version: '1' })].join('')).log.entries;
  expect(entry).toMatchObject({
    request: { headers: [{ name: 'authorization', value: 'Bearer [token 0a1b2c3d]' }, { name: 'accept' }] },
    response: { bodySize: -1, content: { size: 0, comment: 'The page navigated away before the body was read.' } },
    _xeroProjects: { diagnosis: 'success', operation: 'getProjects' },
  });
});
