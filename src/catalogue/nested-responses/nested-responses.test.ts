// Tests each row of the tables with its own example.

import { describe, expect, test } from 'vitest';
import {
  findNestedResponse,
  shownByParser,
  statusInSentence,
} from '../../core/diagnose/nested/find-nested-response.ts';
import { secondsInSentence } from '../../core/diagnose/nested/passed-on-headers.ts';
import { parserMessages } from './parser-messages.ts';
import { passedOnHeaders, statusFields } from './status-fields.ts';
import { statusWordings } from './status-wordings.ts';
import { waitFields, waitWordings } from './wait-wordings.ts';
import { xeroWords } from './xero-words.ts';

/** A status on the wire that differs from the status in any example. */
const outer = 502;

test.each(statusWordings)('reads the status from a message of $writer: $example', ({ example, pattern, status }) => {
  expect(example).toMatch(pattern);
  expect(statusInSentence(example, outer)).toBe(status);
  expect(findNestedResponse({ value: { error: { message: example } }, status: outer })?.status).toBe(status);
});

test.each(statusWordings.filter(({ saidBy }) => saidBy === 'any'))(
  'ignores “$example” in a response with the same status, which may be the server’s own',
  (row) => {
    expect(statusInSentence(row.example, row.status)).toBeUndefined();
  },
);

test.each(statusFields)('reads the status in the field $name', ({ example, status }) => {
  expect(findNestedResponse({ value: example, status: outer })).toMatchObject({ status, certainty: 'likely' });
});

test.each(parserMessages)('finds what $parser shows of a body: $shows', ({ example, shows }) => {
  expect(shownByParser(example)).toBe(shows);
});

test.each(parserMessages)(
  'reads Xero’s 404 from the message of $parser only if it shows the start of the body',
  ({ example, shows }) => {
    const found = findNestedResponse({ value: { message: example }, status: 500 });
    expect(found).toMatchObject({
      certainty: shows.length > 30 ? 'certain' : 'likely',
      status: shows === '' ? undefined : 404,
    });
  },
);

test.each(xeroWords)('recognizes $status by Xero’s wording: $words', ({ words, status }) => {
  expect(findNestedResponse({ value: { error: `Upstream: ${words}` }, status: 500 })).toMatchObject({
    status,
    certainty: 'certain',
    foundIn: 'xero-words',
  });
});

test.each(waitWordings)('reads the wait in “$example”', ({ example, seconds }) => {
  expect(secondsInSentence(example)).toBe(seconds);
});

test.each(waitFields)('reads the wait in the field $name', ({ name, unit }) => {
  const value = { error: { status: 429, [name]: unit === 'ms' ? 36_500 : '37' } };
  expect(findNestedResponse({ value, status: outer })?.headers).toEqual([['retry-after', '37']]);
});

describe('the header', () => {
  test.each(passedOnHeaders)('%s is found in an object', (name) => {
    const value = { response: { status: 429, headers: { [name.toUpperCase()]: '7' } } };
    expect(findNestedResponse({ value, status: outer })?.headers).toEqual([[name, '7']]);
  });

  test.each([
    "HTTPHeaderDict({'X-Rate-Limit-Problem': 'minute'})",
    '{"x-rate-limit-problem"=>"minute"}',
    '{"x-rate-limit-problem"=>["minute"]}',
    'X-Rate-Limit-Problem: minute\n',
  ])('is found in a dump: %s', (dump) => {
    const value = { error: `(429)\nReason: Too Many Requests\nHTTP response headers: ${dump}` };
    expect(findNestedResponse({ value, status: 500 })).toMatchObject({
      status: 429,
      certainty: 'certain',
      headers: [['x-rate-limit-problem', 'minute']],
    });
  });
});

describe('is no response of Xero’s:', () => {
  test.each<[string, number, unknown]>([
    ['the server’s own status', 500, { statusCode: 500, message: 'Internal server error' }],
    ['the page of a gateway', 502, '502 Bad Gateway\nnginx'],
    [
      'a request to another service',
      500,
      { error: 'Request failed with status code 402 for https://api.stripe.com/v1' },
    ],
    ['a request to another host', 500, { config: { url: 'https://api.hubapi.com/x' }, status: 429 }],
    ['a number of projects', 500, { message: 'Xero returned 429 projects, then the import failed' }],
    ['a time', 500, { message: 'timeout of 500ms exceeded' }],
    ['a description that was sent', 500, { message: 'boom', description: 'HTTP 429 Too Many Requests' }],
    ['a code of another kind', 500, { code: 'E429', errno: 429 }],
    ['a project’s status', 200, { projectId: 'p', name: '429', status: 'INPROGRESS' }],
    ['a project’s name', 200, { items: [{ projectId: 'p', name: 'HTTP 429 Too Many Requests' }] }],
    ['a parser’s message about another place', 500, { message: 'Unexpected token T in JSON at position 57' }],
    ['text of another server', 500, { message: `Unexpected token 'T', "Too many r"... is not valid JSON` }],
    ['a page', 500, { message: `Unexpected token '<', "<!DOCTYPE "... is not valid JSON` }],
  ])('%s', (_, status, value) => {
    expect(findNestedResponse({ value, status })?.status).toBeUndefined();
  });
});
