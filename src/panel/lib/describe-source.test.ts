import { expect, test } from 'vitest';
import type { Exchange } from '../../core/model/exchange.ts';
import { withForwarded } from '../../core/server-requests/forwarded.ts';
import { exchange, madeByServer } from '../../testing/exchange.ts';
import { describeSource } from './describe-source.ts';

const pageRequest = { id: 1, method: 'POST', path: '/app/time', startedMs: undefined, outcome: undefined };
const job: Exchange = { ...exchange(), ...madeByServer };
const forPage: Exchange = { ...job, server: { app: 'timesheets', process: '0a1b2c3d', sequence: 1, pageRequest } };

test.each<[Exchange, string]>([
  [exchange({ source: 'import' }), 'Imported'],
  [job, 'Made by the server'],
  [forPage, 'Made by the server for POST /app/time'],
  [{ ...forPage, source: 'import' }, 'Imported, made by the server for POST /app/time'],
  [withForwarded(exchange(), forPage), 'Sent on by the server'],
])('%# says where a request comes from', (each, text) => {
  expect(describeSource(each)).toBe(text);
});
