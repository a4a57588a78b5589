// Which exchange is chosen to compare another with.

import { expect, test } from 'vitest';
import { exchange, root } from '../../testing/exchange.ts';
import type { Exchange } from '../model/exchange.ts';
import { candidatesFor, findCounterpart, findSameOperation } from './choose-counterpart.ts';

const projects = `${root}/Projects`;
const requestOf = (id: number, status: number, tenant = 'a', url = projects) =>
  exchange({ id, status, url, sentHeaders: { 'xero-tenant-id': tenant } });
const idFor = (exchangeId: number, log: readonly Exchange[]) =>
  findCounterpart(log.find(({ id }) => id === exchangeId) as Exchange, log)?.id;

test('compares a failed request with the last success before it', () => {
  const log = [requestOf(1, 200), requestOf(2, 200), requestOf(3, 400), requestOf(4, 200)];
  expect(idFor(3, log)).toBe(2);
});

test('does not count a proxy’s HTML page as a success', () => {
  const proxied = { url: 'https://app.example/projects.xro/2.0/Projects', body: '<!doctype html><div id="root">' };
  const log = [
    exchange({ ...proxied, id: 1, body: { items: [] } }),
    exchange({ ...proxied, id: 2 }),
    requestOf(3, 500),
  ];
  expect(idFor(3, log)).toBe(1);
});

test('prefers its own tenant to a later request of another', () => {
  const log = [requestOf(1, 200), requestOf(2, 200, 'b'), requestOf(3, 403)];
  expect(idFor(3, log)).toBe(1);
  expect(idFor(3, log.slice(1))).toBe(2);
});

test('takes the first success after it if there is none before', () => {
  const log = [
    requestOf(1, 200, 'a', `${root}/ProjectsUsers`),
    requestOf(2, 500),
    requestOf(3, 500),
    requestOf(4, 200),
    requestOf(5, 200),
  ];
  expect(idFor(2, log)).toBe(4);
});

test('compares a success with the last failure', () => {
  const log = [requestOf(1, 400), requestOf(2, 401), requestOf(3, 200), requestOf(4, 400)];
  expect(idFor(3, log)).toBe(2);
});

test('chooses nothing if no other request of the operation has a different outcome', () => {
  expect(idFor(1, [requestOf(1, 400)])).toBeUndefined();
  expect(idFor(2, [requestOf(1, 400), requestOf(2, 400)])).toBeUndefined();
  expect(idFor(1, [requestOf(1, 400), requestOf(2, 200, 'a', `${root}/ProjectsUsers`)])).toBeUndefined();
});

test('does not count a proxy’s 200 with an error of Xero inside as a success', () => {
  const url = 'https://app.example/projects.xro/2.0/Projects';
  const inside = exchange({
    id: 1,
    url,
    body: { Status: 400, Detail: 'A validation error', modelState: { name: [] } },
  });
  expect(idFor(2, [inside, requestOf(2, 400)])).toBeUndefined();
  expect(idFor(3, [inside, requestOf(3, 200)])).toBe(1);
});

test('matches requests without an operation by method and path', () => {
  const unmatched = (id: number, status: number, path: string) => exchange({ id, status, url: `${root}${path}` });
  const log = [unmatched(1, 200, '/Nothing'), unmatched(2, 200, '/Other'), unmatched(3, 404, '/Nothing?page=2')];
  expect(idFor(3, log)).toBe(1);
});

test('offers the previous request if all have the same outcome', () => {
  const log = [requestOf(1, 200), requestOf(2, 200), requestOf(3, 200)];
  expect(findSameOperation(log[2] as Exchange, log)?.id).toBe(2);
  expect(findSameOperation(log[0] as Exchange, log)?.id).toBe(2);
});

test('offers the last thirty requests of the same operation, by time', () => {
  const log = Array.from({ length: 50 }, (_, id) => requestOf(id, 200));
  const offered = candidatesFor(log[49] as Exchange, log);
  expect(offered.map(({ id }) => id)).toEqual(Array.from({ length: 30 }, (_, i) => i + 19));
});

test('searches a log of 50,000 exchanges quickly', () => {
  const log = Array.from({ length: 50_000 }, (_, id) => requestOf(id, 400, String(id)));
  expect(findCounterpart(log[25_000] as Exchange, log)).toBeUndefined();
});
