import { expect, test } from 'vitest';
import { isWebSocketToXero } from './is-web-socket-to-xero.ts';

test.each<[string, readonly string[], boolean]>([
  ['wss://api.xero.com/projects.xro/2.0/Projects', [], true],
  ['ws://localhost:3000/projects.xro/2.0/Projects', [], true],
  ['WS://localhost:3000/api/xero/Projects', ['/api/xero/'], true],
  ['ws://localhost:3000/api/xero/Projects', [], false],
  ['wss://app.example/live', [], false],
  ['https://api.xero.com/projects.xro/2.0/Projects', [], false],
  ['', [], false],
])('%s with the mappings %j: %s', (url, mappings, expected) => {
  expect(isWebSocketToXero(url, mappings)).toBe(expected);
});
