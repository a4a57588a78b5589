// A body of which only the beginning is stored: what that shows is used, and nothing is claimed about the rest.

import { describe, expect, test } from 'vitest';
import { createTextBody } from '../../capture/har-entry.ts';
import { type ExchangeOptions, exchange } from '../../testing/exchange.ts';
import type { Exchange } from '../model/exchange.ts';
import { diagnose } from './diagnose.ts';
import { getNotes } from './notes.ts';

const proxied = 'https://app.example/api/projects.xro/2.0/Projects';
const long = 'x'.repeat(3_000_000);
const many = Array.from({ length: 60_000 }, (_, i) => `{"Message":"Line ${i} is not valid","Code":${i}}`).join(',');

/** As captured. */
function received(options: ExchangeOptions, body: string): Exchange {
  const each = exchange(options);
  return { ...each, response: { ...each.response, body: createTextBody(body) } };
}

describe.each([
  ['from Xero', {}],
  ['behind a proxy', { url: proxied }],
])('an error body of several megabytes %s', (_, options) => {
  test.each<[string, number, string, string]>([
    [
      'modelState before a long text',
      400,
      `{"modelState":{"Name":["empty"]},"message":"${long}"}`,
      'validation-failed',
    ],
    ['a long modelState', 400, `{"message":"m","modelState":{"Name":["empty","${long}"]}}`, 'validation-failed'],
    ['a modelState of many fields', 400, `{"modelState":{"Name":["empty"],"items":[${many}]}}`, 'validation-failed'],
    [
      'a problem with a long detail',
      401,
      `{"Type":null,"Title":"Unauthorized","Status":401,"Detail":"TokenExpired: ${long}"}`,
      'token-expired',
    ],
    [
      'an error of the Accounting API',
      400,
      `{"ErrorNumber":10,"Type":"ValidationException","Message":"m","Elements":[${many}]}`,
      'wrong-api',
    ],
    ['an error of the identity service', 400, `{"error":"invalid_grant","error_description":"${long}"}`, 'wrong-api'],
  ])('%s is recognized by its beginning', (_, status, body, id) => {
    expect(diagnose(received({ ...options, status }, body))).toMatchObject({ id, evidence: { isMalformed: false } });
  });
});

test('the fields and the message at the beginning are shown', () => {
  const body = `{"message":"The request is invalid.","modelState":{"Name":["empty"]},"debug":"${long}"}`;
  const { evidence, fieldErrors } = diagnose(received({ status: 400, sent: { name: '' } }, body));
  expect(evidence.message).toBe('The request is invalid.');
  expect(fieldErrors).toMatchObject([{ key: 'Name', messages: ['empty'], pointer: '/name' }]);
});

test.each([
  ['is too long', createTextBody(`{"debug":"${long}","modelState":{"Name":["empty"]}}`)],
  ['was not given', { kind: 'unavailable', reason: 'not-provided', bytes: 5 } as const],
])('that a body names no field is not claimed if it %s', (_, body) => {
  const each = exchange({ status: 400 });
  const { id, row } = diagnose({ ...each, response: { ...each.response, body } });
  expect(id).toBe('bad-request');
  expect(row.meaning).not.toMatch(/doesn’t name/);
  expect(row.meaning).toMatch(/unread/);
});

test('a note says how much is unread, and no note says that the body is malformed', () => {
  const each = received({ status: 400 }, `{"debug":"${long}"}`);
  const notes = getNotes(each, diagnose(each)).filter(({ ruleId }) => ruleId.startsWith('body-'));
  expect(notes).toMatchObject([
    { ruleId: 'body-truncated', observed: expect.stringContaining('The remaining 1,951,436 characters weren’t') },
  ]);
});

test.each([
  [262_000, 'model-state'],
  [263_000, 'partly-read'],
])('of a cut body 262,144 characters are read: a field behind %i others', (chars, shape) => {
  const body = `{"debug":"${'x'.repeat(chars)}","modelState":{"Name":["empty"]},"more":[`;
  expect(diagnose(exchange({ status: 400, body, unreadChars: 1 })).evidence.shape).toBe(shape);
});
