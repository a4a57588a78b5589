// What stands in place of private values. That none of them leaves is held by src/core/export/nothing-private.test.ts.

import { describe, expect, test } from 'vitest';
import { exchange } from '../../testing/exchange.ts';
import type { Exchange } from '../exchange.ts';
import { type RedactionClass, redactionClasses } from './classes.ts';
import { createRedactor } from './redactor.ts';

function redact(classes: readonly RedactionClass[], ...log: Exchange[]): Exchange[] {
  const redactor = createRedactor(classes);
  for (const each of log) redactor.learn(each);
  return log.map((each) => redactor.redact(each));
}

describe('createRedactor', () => {
  const contactId = '00f1a4e5-8f4a-4b3c-9f3a-2f1c6d7e8a90';
  const withBody = (body: unknown, more = {}) => exchange({ method: 'POST', status: 400, sent: body, ...more });
  const bodyOf = (each: Exchange | undefined) => (each?.request.body.kind === 'text' ? each.request.body.text : '');

  test('gives the same value the same pseudonym in all calls, in its own spelling', () => {
    const [first, second] = redact(
      ['ids'],
      withBody(
        { contactId },
        { url: `https://api.xero.com/projects.xro/2.0/Projects?contactID=${contactId.toUpperCase()}` },
      ),
      withBody({ contactId: contactId.replaceAll('-', '') }),
    );
    expect(bodyOf(first)).toBe('{"contactId":"00000000-0002-4000-8000-000000000001"}');
    expect(first?.request.url).toMatch(/contactID=00000000-0002-4000-8000-000000000001$/);
    expect(bodyOf(second)).toBe('{"contactId":"00000000000240008000000000000001"}');
  });

  test('replaces only what is chosen', () => {
    const [safe] = redact(['names'], withBody({ contactId, name: 'Attic', email: 'jo@acme.example' }));
    expect(bodyOf(safe)).toBe(`{"contactId":"${contactId}","name":"Name 1","email":"jo@acme.example"}`);
  });

  test.each([
    [
      'formatting, numbers and escapes',
      '{ "name" : "At\\u0074ic",\n\t"n": 1.50e+2, "x": "\\u00e9" }',
      '{ "name" : "Name 1",\n\t"n": 1.50e+2, "x": "\\u00e9" }',
    ],
    ['a blank name', '{"name":"  "}', '{"name":"  "}'],
    ['a name that is none', '{"name":5,"description":null}', '{"name":5,"description":null}'],
    ['a cut-off body', '{"name":"Attic","description":"Kitch', '{"name":"Name 1","description":"Name 2'],
    ['a body cut off after a backslash', '{"name":"Att\\"', '{"name":"Name 1'],
    ['a trailing comma and a bare word', '{"name":"Attic", at: Attic,}', '{"name":"Name 1", at: Name 1,}'],
    [
      'messages in place of names',
      '{"modelState":{"name":["Too long"],"Name":"No"}}',
      '{"modelState":{"name":["Too long"],"Name":"No"}}',
    ],
    [
      'a project named as a word of the API',
      '{"name":"INPROGRESS","status":"INPROGRESS"}',
      '{"name":"Name 1","status":"INPROGRESS"}',
    ],
    ['JSON in a text', '{"a":"{\\"name\\":\\"Attic\\"}"}', '{"a":"{\\"name\\":\\"Name 1\\"}"}'],
    [
      'e-mail addresses',
      '{"email":"Jo@acme.example","a":"to jo@acme.example."}',
      '{"email":"person1@redacted.example","a":"to person1@redacted.example."}',
    ],
    ['a placeholder for an id', '{"contactId":"undefined"}', '{"contactId":"undefined"}'],
    ['an id that is none', '{"contactId":"42","page":"42"}', '{"contactId":"id-1","page":"42"}'],
    [
      'an id a digit short',
      '{"userId":"00f1a4e5-8f4a-4b3c-9f3-2f1c6d7e8a90"}',
      '{"userId":"00000000-0002-4000-800-000000000001"}',
    ],
    ['a secret whose name is escaped', '{"pass\\u0077ord":"hunter2 is it"}', '{"pass\\u0077ord":"[not kept]"}'],
  ])('keeps the shape of %s', (_, sent, expected) => {
    expect(bodyOf(redact(redactionClasses, withBody(sent))[0])).toBe(expected);
  });

  test('keeps a name that is too long too long', () => {
    const [safe] = redact(['names'], withBody({ name: 'a'.repeat(101) }));
    expect(bodyOf(safe)).toMatch(/^\{"name":"Name 1 x{94}"\}$/);
  });

  test('finds a connection’s id in any order, and a name that only another call explains', () => {
    const connections = exchange({
      url: 'https://api.xero.com/connections',
      body: [{ id: contactId, tenantId: 'e1eede29-f875-4a5d-8470-17f6a29a88b1', tenantName: 'Acme Builders' }],
    });
    const [other] = redact(
      redactionClasses,
      exchange({ sentHeaders: { 'xero-tenant-id': contactId, 'x-for': 'Acme Builders (main)' } }),
      connections,
    );
    expect(other?.request.headers.map(([, value]) => value)).toEqual([
      expect.stringMatching(/^00000000-0001-4000-8000-00000000000[12]$/),
      'Name 1 (main)',
    ]);
  });

  test('keeps the length of a secret header, which Xero limits', () => {
    const [safe] = redact([], exchange({ sentHeaders: { 'x-session': 's'.repeat(9_000) } }));
    expect(safe?.request.headers[0]?.[1]).toMatch(/^\[not kept\]\*{8990}$/);
  });

  test.each(['@', 'a@', 'a', ' ', '\ufeff', '"', '{"a":', '\\', 'Attic ', '%40', 'a=b&', '00f1a4e5-8f4a-'])(
    'is done with 1 MB of %j before anybody notices',
    (text) => {
      const started = performance.now();
      redact(redactionClasses, withBody({ name: 'Attic' }), withBody(text.repeat(1_000_000 / text.length)));
      expect(performance.now() - started).toBeLessThan(4_000);
    },
  );
});
