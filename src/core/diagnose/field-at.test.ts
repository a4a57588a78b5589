import { expect, test } from 'vitest';
import { exchange, root } from '../../testing/exchange.ts';
import { fieldAt, requestEntity, responseEntity } from './field-at.ts';

test.each([
  ['TaskCreateOrUpdate', ['rate', 'value'], 'value'],
  ['TaskCreateOrUpdate', ['Rate'], 'rate'],
  ['Projects', ['items', 3, 'totalInvoiced', 'currency'], 'currency'],
  ['Projects', ['items', 3], undefined],
  ['Projects', [], undefined],
  ['Projects', ['__proto__', 'name'], undefined],
  [undefined, ['name'], undefined],
] as const)('in %s, %j is %s', (entity, path, name) => {
  expect(fieldAt(entity, path)?.name).toBe(name);
});

test('a body has the entity that its operation documents, and a 400 has a ModelError', () => {
  const created = exchange({ method: 'POST', status: 200 });
  expect([requestEntity(created), responseEntity(created)]).toEqual(['ProjectCreateOrUpdate', 'Project']);
  expect(responseEntity(exchange({ status: 400 }))).toBe('ModelError');
  expect(responseEntity(exchange({ status: 500 }))).toBeUndefined();
  expect(requestEntity(exchange({ url: `${root}/Nothing` }))).toBeUndefined();
});
