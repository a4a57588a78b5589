import { expect, test } from 'vitest';
import type { Exchange } from '../model/exchange.ts';
import { siblingsOf } from './same-page-request.ts';

function made(id: number, request: number | undefined, process = '0a1b2c3d'): Exchange {
  const pageRequest = request === undefined ? undefined : { id: request, method: 'POST', path: '/' };
  return { id, server: { app: undefined, process, sequence: id, pageRequest } } as Exchange;
}

test('finds the requests of the same process for the same request of the page', () => {
  const one = made(1, 4);
  const log = [one, made(2, 4), made(3, 5), made(4, 4, 'ffffffff'), made(5, undefined), { id: 6 } as Exchange];
  expect(siblingsOf(one, log).map(({ id }) => id)).toEqual([2]);
});

test('a job has none', () => {
  expect(siblingsOf(made(1, undefined), [made(2, undefined)])).toEqual([]);
});
