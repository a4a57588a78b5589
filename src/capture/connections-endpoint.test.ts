import { expect, test } from 'vitest';
import { harEntry } from '../testing/har-entry.ts';
import { createConnectionsDetector } from './connections-endpoint.ts';

const projects = 'https://app.example/xero/projects.xro/2.0/Projects';
const entry = (url: string, method = 'GET') => harEntry({ url, method });

test.each([
  ['https://app.example/xero/connections', true],
  ['https://app.example/XERO/Connections/?authEventId=1', true],
  ['https://app.example/connections', false],
  ['https://other.example/xero/connections', false],
  ['https://app.example/xero/connections/1', false],
  ['https://app.example/xero/my-connections', false],
  ['not an address/connections', false],
])('below the prefix of a Projects request, %s is /connections: %s', (url, expected) => {
  const connections = createConnectionsDetector();
  connections.addPrefix(projects);
  expect(connections.match(entry(url)) !== undefined).toBe(expected);
});

test('returns a request from before the prefix was known once it is', () => {
  const connections = createConnectionsDetector();
  const early = entry('https://app.example/xero/connections');
  expect(connections.match(early)).toBeUndefined();
  expect(connections.match(entry('https://elsewhere.example/connections'))).toBeUndefined();
  expect(connections.addPrefix(projects)).toEqual([early]);
  expect(connections.addPrefix(projects)).toEqual([]);
});

test('recognizes only GET requests', () => {
  const connections = createConnectionsDetector();
  connections.addPrefix(projects);
  expect(connections.match(entry('https://app.example/xero/connections', 'DELETE'))).toBeUndefined();
});
