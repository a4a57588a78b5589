import { expect, test } from 'vitest';
import { hasTerm, toggleTerm } from './toggle-term.ts';

test.each([
  ['', 'has:error'],
  ['users', 'users has:error'],
  ['users ', 'users has:error'],
  ['"Acme  Ltd"', '"Acme  Ltd" has:error'],
  ['"open', '"open" has:error'],
])('appends a term that %j does not contain', (query, expected) => {
  expect(toggleTerm(query, 'has:error')).toBe(expected);
  expect([hasTerm(query, 'has:error'), hasTerm(expected, 'has:error')]).toEqual([false, true]);
});

test.each([
  ['has:error', ''],
  ['HAS:error "Acme  Ltd"', '"Acme  Ltd"'],
  ['op:getTasks has:error  users', 'op:getTasks users'],
  ['-has:error has:error', '-has:error'],
])('removes a term that %j contains', (query, expected) => {
  expect(toggleTerm(query, 'has:error')).toBe(expected);
  expect(hasTerm(expected, 'has:error')).toBe(false);
});
