import { describe, expect, test } from 'vitest';
import { exchange } from '../../testing/exchange.ts';
import { reportForColleague } from './colleague-report.ts';
import { explain } from './explain.ts';

const rejected = exchange({
  method: 'POST',
  status: 400,
  sent: { name: '', contactId: 1, colour: 'red' },
  body: { message: 'The request is invalid.', modelState: { 'model.Name': ['The Project Name cannot be empty'] } },
});
const log = [rejected];
const text = reportForColleague(rejected, explain(rejected, log, rejected.startedMs), []);
const lineOf = (label: string) => text.split('\n').find((line) => line.startsWith(`- **${label}:**`));

describe('the report for a colleague', () => {
  test.each([
    ['What', 'Xero rejected `name`. Xero says: `The request is invalid.`.'],
    ['Why', '`name` is empty.'],
    ['Fix', 'Send a `name` that isn’t empty.'],
    ['Retry', 'Not until it’s fixed. It was rejected, so nothing was written.'],
  ])('says %s as the panel does', (label, expected) => {
    expect(lineOf(label)).toBe(`- **${label}:** ${expected}`);
  });

  test('says once for each other finding what was observed and what was expected', () => {
    expect(text).toContain('(error, `field-type`, request `/contactId`)');
    expect(text).toContain('`field-unknown`, request `/colour`');
    expect(text).not.toContain('`string-empty`');
  });

  test('has the request, the response and a note about secrets', () => {
    expect(text).toContain('> Access tokens, cookies and passwords are left out.');
    expect(text).toContain('{"name":"","contactId":1,"colour":"red"}');
    expect(text).toContain('The Project Name cannot be empty');
  });
});
