import { expect, test } from 'vitest';
import { logOf } from '../../../testing/example.ts';
import { diagnose } from '../../diagnose/diagnose.ts';
import type { Example } from '../check-support/check.ts';
import { runChecks } from '../run-checks/run-checks.ts';
import { likelyCauses } from './likely-causes.ts';
import { withCause } from './with-cause.ts';

function explain(example: Example) {
  const { exchange, log } = logOf(example);
  const diagnosis = diagnose(exchange);
  return { diagnosis, merged: withCause(diagnosis, likelyCauses(exchange, diagnosis, runChecks(exchange, log), log)) };
}

const problem = (Detail: string, Status: number) => ({ Type: null, Title: 'Error', Status, Detail, Instance: '' });
const refused: Example = { status: 403, responseBody: problem('AuthenticationUnsuccessful', 403) };
const organisation = 'GET https://api.xero.com/api.xro/2.0/Organisation';

test('a likely cause gives the reason, the fix and the advice', () => {
  const { merged } = explain({
    ...refused,
    before: [{ call: organisation, status: 200, responseBody: { Organisations: [] }, secondsBefore: 2 }],
  });
  expect(merged.row.why?.text).toMatch(/^Probable cause: .*plan may not include Projects/);
  expect(merged.row.fix).toMatch(/^Open Projects in Xero/);
  expect(merged.row.retry.advice).not.toMatch(/tenant/);
  expect(merged.row.retry.action.kind).toBe('fix-first');
});

test('a certain cause by a check is a sentence', () => {
  const { merged } = explain({ ...refused, headers: { 'xero-tenant-id': '' } });
  expect(merged.row.why?.text).toBe('`Xero-Tenant-Id` is a header without a value.');
});

test('without a cause, or with a possible one, the diagnosis stays', () => {
  const { diagnosis, merged } = explain(refused);
  expect(merged).toBe(diagnosis);
  const worked = explain({ ...refused, before: [{ status: 200, responseBody: { items: [] }, secondsBefore: 2 }] });
  expect(worked.merged).toBe(worked.diagnosis);
});

test('what is wrong with the fields that Xero names is the reason', () => {
  const { merged } = explain({
    call: 'POST /Projects',
    requestBody: { name: '', contactId: '{contactId}' },
    status: 400,
    responseBody: { message: 'The request is invalid.', modelState: { 'model.Name': ['Empty'] } },
  });
  expect(merged.row.why?.text).toBe('`name` is empty.');
  expect(merged.row.fix).toBe('Send a `name` that isn’t empty.');
});

test('a broken rule about a field that Xero doesn’t name is no reason', () => {
  const { diagnosis, merged } = explain({
    call: 'POST /Projects',
    requestBody: { name: '', contactId: '{contactId}' },
    status: 400,
    responseBody: { message: 'The request is invalid.', modelState: { 'model.ContactId': ['No such contact'] } },
  });
  expect(merged).toBe(diagnosis);
});
