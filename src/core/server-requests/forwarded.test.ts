import { expect, test } from 'vitest';
import { exchange, madeByServer, root } from '../../testing/exchange.ts';
import type { Exchange } from '../model/exchange.ts';
import { findForwarded, withForwarded } from './forwarded.ts';

const proxied = 'https://app.example/api/projects.xro/2.0';
const page = exchange({ id: 1, url: `${proxied}/Projects?page=1` });
const made = (id: number, options: Parameters<typeof exchange>[0] = {}): Exchange => ({
  ...exchange({ id, url: `${root}/Projects?page=1`, ...options }),
  ...madeByServer,
});

test('is the request of the same operation, method and path', () => {
  const others = [made(2, { url: `${root}/ProjectsUsers` }), made(3, { method: 'POST' })];
  expect(findForwarded(page, others)).toBeUndefined();
  expect(findForwarded(page, [...others, made(4)])?.id).toBe(4);
});

test.each<[string, number, number[], number]>([
  ['the attempt whose response the page got', 429, [429, 200], 2],
  ['the last of these', 429, [429, 429, 200], 3],
  ['else the last attempt', 502, [429, 200], 3],
])('is %s', (_, status, statuses, id) => {
  const attempts = statuses.map((each, i) => made(i + 2, { status: each }));
  expect(findForwarded({ ...page, response: { ...page.response, status } }, attempts)?.id).toBe(id);
});

test('is undefined for an imported request, and for one that has its own already', () => {
  expect(findForwarded({ ...page, source: 'import' }, [made(2)])).toBeUndefined();
  expect(findForwarded(withForwarded(page, made(2)), [made(3)])).toBeUndefined();
});

test('preserves both sides', () => {
  const both = withForwarded(page, made(2, { status: 500 }));
  expect(both).toMatchObject({ id: 1, source: 'browser', response: { status: 200 } });
  expect(both.forwarded).toMatchObject({ response: { status: 500 }, server: { app: 'timesheets' } });
});
