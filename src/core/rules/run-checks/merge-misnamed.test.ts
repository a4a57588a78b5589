import { expect, test } from 'vitest';
import { logOf } from '../../../testing/example.ts';
import { mergeMisnamed } from './merge-misnamed.ts';
import { runChecks } from './run-checks.ts';

function merged(requestBody: object) {
  const { exchange, log } = logOf({ request: 'POST /Projects', requestBody });
  return mergeMisnamed(runChecks(exchange, log));
}

test('a missing field and an unknown one that resembles it are one finding', () => {
  const [finding, ...others] = merged({ projectName: 'Attic', contactId: '{contactId}' });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({
    ruleId: 'field-missing',
    sentence: '`name` is missing. You sent `projectName`, but the field’s name is `name`.',
    fix: 'Rename `projectName` to `name`.',
    absorbed: { ruleId: 'field-unknown' },
  });
});

test('an unknown field that resembles no missing field stays a separate finding', () => {
  expect(merged({ colour: 'red', contactId: '{contactId}' }).map(({ ruleId }) => ruleId)).toEqual([
    'field-missing',
    'field-unknown',
  ]);
  expect(merged({ name: 'Attic', nmae: 'x', contactId: '{contactId}' }).map(({ ruleId }) => ruleId)).toEqual([
    'field-unknown',
  ]);
});
