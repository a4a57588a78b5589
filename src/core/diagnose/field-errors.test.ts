import { describe, expect, test } from 'vitest';
import type { OperationId } from '../../catalogue/operations.ts';
import { cpuMs } from '../../testing/cpu-time.ts';
import { exchange } from '../../testing/exchange.ts';
import { fieldErrors } from './field-errors.ts';

function locate(key: string, sent: unknown, operation: OperationId = 'createTask') {
  const [error] = fieldErrors({ [key]: ['No'] }, exchange({ sent }).request.body, operation);
  return [error?.pointer, error?.sent.kind === 'value' ? error.sent.value : error?.sent.kind];
}

describe('fieldErrors', () => {
  test.each([
    ['model.Name', { name: '' }, '/name', ''],
    ['model.ContactId', { name: 'A' }, '/contactId', 'absent', 'createProject'],
    ['model.Rate.Value', { rate: { value: -1 } }, '/rate/value', -1],
    ['model.Rate.Value', { name: 'A' }, '/rate/value', 'absent'],
    ['Rate.Value', { rate: { value: -1 } }, '/rate/value', -1],
    ['Name', { name: 'A' }, '/name', 'A'],
    ['model.name', { Name: 'A' }, '/Name', 'A'],
    ['$.rate.currency', { rate: { currency: 'X' } }, '/rate/currency', 'X'],
    ['model.Items[1].Name', { items: [{ name: 'A' }, { name: 'B' }] }, '/items/1/name', 'B'],
    ['[0].Name', [{ name: 'A' }], '/0/name', 'A'],
    ["model['name']", { name: 'A' }, '/name', 'A'],
    ['model.Extra/Field~', { 'extra/field~': 1 }, '/extra~1field~0', 1],
    ['', { name: 'A' }, '', 'no-field'],
    ['page', { name: 'A' }, '', 'no-field'],
    ['model.Nothing', { name: 'A' }, '', 'no-field'],
    ['model', { name: 'A' }, '', 'no-field'],
    ['...', { name: 'A' }, '', 'no-field'],
    ['model.__proto__', { name: 'A' }, '', 'no-field'],
  ] as [string, unknown, string, unknown, OperationId?][])(
    '%s in %j is at "%s", sent %j',
    (key, sent, pointer, value, operation) => {
      expect(locate(key, sent, operation)).toEqual([pointer, value]);
    },
  );

  test('includes the documentation of the field', () => {
    const [error] = fieldErrors({ 'model.Name': ['No'] }, exchange({ sent: {} }).request.body, 'createTask');
    expect(error?.field?.rule).toBe('Required, at most 100 characters');
  });

  test('identifies the field even if the request’s body can’t be parsed', () => {
    expect(locate('model.Name', 'name=A')).toEqual(['/name', 'unreadable']);
    expect(locate('model.Name', undefined)).toEqual(['/name', 'unreadable']);
  });

  test.each([
    ['text', ['text']],
    [
      ['a', 'b'],
      ['a', 'b'],
    ],
    [[], []],
    [null, []],
    [7, ['7']],
    [
      [['a'], null, { errorMessage: 'b' }],
      ['a', '{"errorMessage":"b"}'],
    ],
  ])('parses the messages of %j as %j', (messages, expected) => {
    const [error] = fieldErrors({ k: messages }, { kind: 'none' }, undefined);
    expect(error?.messages).toEqual(expected);
  });

  const deep = (open: string, close: string) => `${open.repeat(20_000)}"x"${close.repeat(20_000)}`;
  test.each([
    ['lists', deep('[', ']'), ['x']],
    ['objects', deep('{"a":', '}'), ['{…}']],
    ['lists in an object', `{"a":${deep('[', ']')}}`, ['{…}']],
  ])('parses messages in %s nested 20,000 levels deep', (_, text, expected) => {
    const [error] = fieldErrors({ k: JSON.parse(text) }, { kind: 'none' }, undefined);
    expect(error?.messages).toEqual(expected);
  });

  test('limits the number of messages per key', () => {
    const many = Array.from({ length: 30_000 }, (_, i) => `${i}`);
    const [error] = fieldErrors({ k: many }, { kind: 'none' }, undefined);
    expect(error?.messages).toEqual(many.slice(0, 100));
  });

  test('includes keys that match no field', () => {
    const keys = ['model.Name', 'x', '', '[', 'a.b.c'];
    const errors = fieldErrors(Object.fromEntries(keys.map((key) => [key, ['No']])), { kind: 'none' }, undefined);
    expect(errors.map((error) => error.key)).toEqual(keys);
  });
});

test('locates hundreds of keys in a request of 40,000 fields without noticeable delay', () => {
  const numbers = Array.from({ length: 40_000 }, (_, i) => i);
  const { body } = exchange({ sent: Object.fromEntries(numbers.map((i) => [`Field${i}`, i])) }).request;
  const modelState = Object.fromEntries(numbers.slice(0, 200).map((i) => [`model.Other${i}`, ['No']]));
  expect(cpuMs(() => fieldErrors(modelState, body, 'createTask'))).toBeLessThan(500);
});

test('of two spellings of a field, the first is located', () => {
  expect(locate('model.NAME', { Name: 1, name: 2 })).toEqual(['/Name', 1]);
});
