import { expect, test } from 'vitest';
import { logOf } from '../../../testing/example.ts';
import { diagnose } from '../../diagnose/diagnose.ts';
import type { Example } from '../check-support/check.ts';
import { runChecks } from '../run-checks/run-checks.ts';
import { bestCause } from './best-cause.ts';
import { likelyCauses } from './likely-causes.ts';

function bestOf(example: Example): string | undefined {
  const { exchange, log } = logOf(example);
  const diagnosis = diagnose(exchange);
  const cause = bestCause(diagnosis, likelyCauses(exchange, diagnosis, runChecks(exchange, log), log));
  return cause?.finding?.ruleId ?? cause?.ruleId;
}

const problem = (Detail: string, Status: number) => ({ Type: null, Title: 'Error', Status, Detail, Instance: '' });
const emptyName: Example = {
  request: 'POST /Projects',
  requestBody: { name: '', contactId: '{contactId}' },
  status: 400,
};
const rejected = (modelState: object) => ({ responseBody: { message: 'The request is invalid.', modelState } });
const expired: Example = { status: 401, token: { expiresInMs: -1_000 } };

test.each<[string, Example, string | undefined]>([
  ['what Xero names', { ...emptyName, ...rejected({ 'model.Name': ['Empty'] }) }, 'string-empty'],
  [
    'nothing about a field that Xero doesn’t name',
    { ...emptyName, ...rejected({ 'model.ContactId': ['No'] }) },
    undefined,
  ],
  [
    'what a check found, if the response says nothing',
    { ...emptyName, responseBody: { message: 'No.' } },
    'string-empty',
  ],
  [
    'nothing about a field, if the response says that the key was reused',
    { ...emptyName, responseBody: { message: 'The idempotency key is used with a different request' } },
    undefined,
  ],
  [
    'nothing about a field, if the response is from another API',
    { ...emptyName, responseBody: { ErrorNumber: 10, Type: 'ValidationException', Message: 'No.', Elements: [] } },
    undefined,
  ],
  ['an expired token, if the response says nothing', expired, 'token-expired'],
  [
    'no expired token, if the response says that the scope is missing',
    { ...expired, responseBody: problem('AuthorizationUnsuccessful', 401) },
    'scope-granted',
  ],
  [
    'nothing, if nothing was found',
    { status: 403, responseBody: problem('AuthenticationUnsuccessful', 403) },
    undefined,
  ],
])('the best cause is %s', (_, example, expected) => {
  expect(bestOf(example)).toBe(expected);
});
