// The pseudonyms of private values. src/core/export/no-private-data.test.ts ensures that no private value is exported.

import { describe, expect, test } from 'vitest';
import { cpuMs } from '../../testing/cpu-time.ts';
import { exchange } from '../../testing/exchange.ts';
import { diagnose } from '../diagnose/diagnose.ts';
import { diagnosisRows } from '../diagnose/diagnosis-rows.ts';
import { type Exchange, UNAVAILABLE_VALUE } from '../model/exchange.ts';
import { type RedactionClass, redactionClasses } from './classes.ts';
import { createRedactor } from './redactor.ts';

function redact(classes: readonly RedactionClass[], ...log: Exchange[]): Exchange[] {
  const redactor = createRedactor(classes);
  for (const each of log) redactor.collect(each);
  return log.map((each) => redactor.redact(each));
}

describe('createRedactor', () => {
  const contactId = '00f1a4e5-8f4a-4b3c-9f3a-2f1c6d7e8a90';
  const withBody = (body: unknown, more = {}) => exchange({ method: 'POST', status: 400, sent: body, ...more });
  const bodyOf = (each: Exchange | undefined) => (each?.request.body.kind === 'text' ? each.request.body.text : '');

  test('gives a value the same pseudonym in all exchanges, in the notation of the value', () => {
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

  test('leaves headers with unavailable values unchanged', () => {
    const sentHeaders = {
      'xero-tenant-id': UNAVAILABLE_VALUE,
      'x-api-key': UNAVAILABLE_VALUE,
      'x-odd': UNAVAILABLE_VALUE,
    };
    const [first] = redact(redactionClasses, exchange({ sentHeaders }));
    expect(first?.request.headers).toEqual(Object.entries(sentHeaders));
  });

  test('gives a value the same pseudonym in each copy of a growing log', () => {
    const [first, second, third] = ['Attic', 'Cellar', 'Roof'].map((name) => withBody({ name, contactId }));
    const copyOf = (each: Exchange | undefined, ...log: (Exchange | undefined)[]) => {
      const redactor = createRedactor(redactionClasses);
      for (const one of log) if (one) redactor.collect(one);
      return bodyOf(each && redactor.redact(each));
    };
    expect(copyOf(second, first, second)).toContain('"name":"Name 2"');
    expect(copyOf(first, first, second, third)).toContain('"name":"Name 1"');
    expect(copyOf(second, first, second, third)).toContain('"name":"Name 2"');
  });

  test('redacts only the chosen classes', () => {
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
    ['a name that is not a string', '{"name":5,"description":null}', '{"name":5,"description":null}'],
    ['a truncated body', '{"name":"Attic","description":"Kitch', '{"name":"Name 1","description":"Name 2'],
    ['a body truncated after a backslash', '{"name":"Att\\"', '{"name":"Name 1'],
    ['a trailing comma and a bare word', '{"name":"Attic", at: Attic,}', '{"name":"Name 1", at: Name 1,}'],
    [
      'messages in properties named after fields',
      '{"modelState":{"name":["Too long"],"Name":"No"}}',
      '{"modelState":{"name":["Too long"],"Name":"No"}}',
    ],
    [
      'a project named like a word of the API',
      '{"name":"INPROGRESS","status":"INPROGRESS"}',
      '{"name":"Name 1","status":"INPROGRESS"}',
    ],
    ['JSON in a string', '{"a":"{\\"name\\":\\"Attic\\"}"}', '{"a":"{\\"name\\":\\"Name 1\\"}"}'],
    [
      'e-mail addresses',
      '{"email":"Jo@acme.example","a":"to jo@acme.example."}',
      '{"email":"person1@redacted.example","a":"to person1@redacted.example."}',
    ],
    [
      'e-mail addresses with an apostrophe',
      `{"a":"sean.o'neill@acme.example and o'neill@acme.example"}`,
      '{"a":"person1@redacted.example and person2@redacted.example"}',
    ],
    [
      'e-mail addresses in quotes',
      `{"a":"b'jo@acme.example' and 'jo@acme.example'"}`,
      `{"a":"b'person1@redacted.example' and 'person1@redacted.example'"}`,
    ],
    [
      'e-mail addresses with an encoded @',
      'to jo%2540acme.example, jo&#64;acme.example, jo\\u0040acme.example',
      'to person1@redacted.example, person1@redacted.example, person1@redacted.example',
    ],
    ['a form with a lone surrogate', 'a=\ud800+jo@acme.example', 'a=%EF%BF%BD%20person1%40redacted.example'],
    ['a placeholder for an id', '{"contactId":"undefined"}', '{"contactId":"undefined"}'],
    ['an id that is not a UUID', '{"contactId":"42","page":"42"}', '{"contactId":"id-1","page":"42"}'],
    [
      'an id that lacks a digit',
      '{"userId":"00f1a4e5-8f4a-4b3c-9f3-2f1c6d7e8a90"}',
      '{"userId":"00000000-0002-4000-800-000000000001"}',
    ],
    [
      'a contact in an object',
      `{"contact":{"id":"${contactId}","n":1}}`,
      '{"contact":{"id":"00000000-0002-4000-8000-000000000001","n":1}}',
    ],
    [
      'users in an array',
      '{"users":[{"id":"U-1"}],"projects":[{"id":"P-1"}]}',
      '{"users":[{"id":"id-1"}],"projects":[{"id":"P-1"}]}',
    ],
    ['a field named like a task', '{"name":"Notes","notes":"Notes"}', '{"name":"Name 1","notes":"Name 1"}'],
    ['names in an array', '{"names":["Jo Wilson"],"name":["Too long"]}', '{"names":["Name 1"],"name":["Too long"]}'],
    [
      'a form with property paths as names',
      `model.ContactId=${contactId}&a=1`,
      'model.ContactId=00000000-0002-4000-8000-000000000001&a=1',
    ],
    [
      'XML',
      `<Contact><ContactID>${contactId}</ContactID><Name>Smith &amp; Sons</Name><EmailAddress>jo@acme.example</EmailAddress></Contact>`,
      '<Contact><ContactID>00000000-0002-4000-8000-000000000001</ContactID><Name>Name 1</Name><EmailAddress>person1@redacted.example</EmailAddress></Contact>',
    ],
    ['users in nested arrays', '{"users":[[[{"id":"U-1"}]]]}', '{"users":[[[{"id":"id-1"}]]]}'],
    [
      'deeply nested arrays',
      `{"names":${'['.repeat(15_000)}"Attic"${']'.repeat(15_000)}}`,
      `{"names":${'['.repeat(15_000)}"Name 1"${']'.repeat(15_000)}}`,
    ],
    ['a secret with escapes in its name', '{"pass\\u0077ord":"hunter2 is it"}', '{"pass\\u0077ord":"[redacted]"}'],
  ])('keeps the shape of %s', (_, sent, expected) => {
    expect(bodyOf(redact(redactionClasses, withBody(sent))[0])).toBe(expected);
  });

  test.each([
    ['Kim', "The user 'Kim' is not a member", "The user 'Name 1' is not a member"],
    ['Jo', 'jo joined Jo’s job', 'Name 1 joined Name 1’s job'],
    ['王小明', '项目 王小明 已存在', '项目 Name 1 已存在'],
    ['田中太郎商店', 'プロジェクト田中太郎商店は既に存在します', 'プロジェクトName 1は既に存在します'],
    ['김민수', '김민수는 없습니다', 'Name 1는 없습니다'],
    ["Smith & Sons O'Brien", '<p>Smith &amp; Sons O&#39;Brien</p>', '<p>Name 1</p>'],
    ["Smith & Sons O'Brien", "<p>Smith &amp; Sons O'Brien, SMITH &AMP; SONS O&#X27;BRIEN</p>", '<p>Name 1, Name 1</p>'],
    ['Zürich O’Neill', '<p>Z&#252;rich O&#8217;Neill, Z&#xFC;rich O&#x2019;Neill</p>', '<p>Name 1, Name 1</p>'],
    ["Sean O'Neill", '<p>Sean O&#039;Neill</p>', '<p>Name 1</p>'],
    ['Zürich Hof', 'GET /a?b=Z%C3%BCrich%20Hof&c=z%c3%bcrich+hof failed', 'GET /a?b=Name%201&c=Name%201 failed'],
    ['Zürich Hof', '<a href="/a/Z%C3%BCrich%20Hof">x</a>', '<a href="/a/Name%201">x</a>'],
    ['Zürich "Hof"', String.raw`Xero said {"name":"Z\u00fcrich \"Hof\""}`, 'Xero said {"name":"Name 1"}'],
    ['Zürich "Hof"', String.raw`Xero said {"name":"Zürich \"Hof\""}`, 'Xero said {"name":"Name 1"}'],
    ['100% Wool', 'no 100%25%20Wool', 'no Name%201'],
    ['Attic Refit', 'ATTIC REFIT exists', 'Name 1 exists'],
    [' Attic Refit ', 'Attic Refit exists', 'Name 1 exists'],
    ['İstanbul', 'no İSTANBUL, but İstanbul', 'no Name 1, but Name 1'],
    ['May', "May you? 'May' may not", "Name 1 you? 'Name 1' may not"],
    ['Active', 'It is ACTIVE', 'It is ACTIVE'],
    ['Will', 'It will fail', 'It will fail'],
    ['Project', 'The Project Name cannot be empty', 'The Project Name cannot be empty'],
    ['chargeable', 'NON_CHARGEABLE is not for NZD', 'NON_CHARGEABLE is not for NZD'],
    ['nzd', 'NON_CHARGEABLE is not for NZD', 'NON_CHARGEABLE is not for NZD'],
    ['A', 'A project is there', 'A project is there'],
    ['Unsuccessful', 'AuthenticationUnsuccessful', 'AuthenticationUnsuccessful'],
    [
      'Is Used With A',
      'Idempotency Key 5f2a is used with a different request.',
      'Idempotency Key 5f2a is used with a different request.',
    ],
  ])('finds the name %j in %j', (name, message, expected) => {
    const [safe] = redact(
      redactionClasses,
      withBody({ name }, { body: message.startsWith('<') ? message : { message } }),
    );
    const responseText = safe?.response.body.kind === 'text' ? safe.response.body.text : '';
    expect(responseText.startsWith('<') ? responseText : JSON.parse(responseText).message).toBe(expected);
  });

  test('keeps the space around a name, and the diagnosis even if projects are named like words of error messages', () => {
    expect(bodyOf(redact(['names'], withBody({ name: ' Attic ' }))[0])).toBe('{"name":" Name 1 "}');
    const words = diagnosisRows.flatMap(({ example }) => example.body?.match(/[\p{L}\p{N}]+/gu) ?? []);
    for (const { id, example } of diagnosisRows) {
      if (example.status < 400) continue;
      const names = words.map((word) => word.toLowerCase());
      const [safe] = redact(['names'], withBody({ names }, example), withBody({ names }));
      expect([id, safe && diagnose(safe).id]).toEqual([id, diagnose(withBody({ names }, example)).id]);
    }
  });

  test('finds people and organisations in the app’s own headers and URLs', () => {
    const tenant = 'e1eede29-f875-4a5d-8470-17f6a29a88b1';
    const [safe] = redact(
      redactionClasses,
      exchange({
        url: `https://app.example/api/tenants/${tenant}/projects.xro/2.0/Projects?tenant=acme-1`,
        sentHeaders: {
          'x-tenant-id': tenant,
          'x-user-id': contactId,
          'x-user-name': 'Jo Wilson',
          from: 'Al Baker <al@acme.example>',
        },
        body: { message: 'Jo Wilson and Al Baker' },
      }),
    );
    expect(safe?.request.url).toBe(
      'https://app.example/api/tenants/00000000-0001-4000-8000-000000000002/projects.xro/2.0/Projects?tenant=tenant-1',
    );
    expect(safe?.request.headers.map(([, value]) => value)).toEqual([
      '00000000-0001-4000-8000-000000000002',
      '00000000-0002-4000-8000-000000000001',
      'Name 1',
      'Name 2 <person1@redacted.example>',
    ]);
    expect(safe?.response.body).toMatchObject({ text: '{"message":"Name 1 and Name 2"}' });
  });

  test('finds names in idempotency keys, file names and URLs in headers, but not in HTTP keywords', () => {
    const [safe] = redact(
      redactionClasses,
      withBody(
        { names: ['Zürich Hof', 'gzip'] },
        {
          sentHeaders: {
            'idempotency-key': `create-Zürich Hof-${'1'.repeat(120)}`,
            referer: `https://app.example/users/${contactId}#/list?name=Jo%20Wilson`,
            'accept-encoding': 'gzip',
          },
          headers: {
            location: '/projects/Z%C3%BCrich%20Hof?by=Jo%20Wilson',
            'content-disposition': `attachment; filename="Zürich Hof.pdf"; filename*=UTF-8''Z%C3%BCrich%20Hof.pdf`,
            'x-user': '{"displayName":"Al Baker"}',
          },
        },
      ),
    );
    const [key = '', referer, encoding] = safe?.request.headers.map(([, value]) => value) ?? [];
    expect(key).toMatch(/^create-Name 3-1{120}x*$/);
    expect(key.length).toBe(138);
    expect(referer).toBe('https://app.example/users/00000000-0002-4000-8000-000000000001#/list?name=Name%201');
    expect(encoding).toBe('gzip');
    expect(safe?.response.headers.map(([, value]) => value)).toEqual([
      '/projects/Name%203?by=Name%201',
      `attachment; filename="Name 3.pdf"; filename*=UTF-8''Name%203.pdf`,
      '{"displayName":"Name 2"}',
    ]);
  });

  test('finds names in JSON within a sentence', () => {
    const message = 'Xero answered 400: {"name":"Jo Wilson"} and [{"email":"x","contactId":"C-42"}]';
    const [safe] = redact(redactionClasses, withBody({}, { body: { message } }));
    expect(safe?.response.body).toMatchObject({ text: expect.not.stringMatching(/Wilson|C-42/) });
  });

  test('preserves the length of a name that is too long', () => {
    const [safe] = redact(['names'], withBody({ name: 'a'.repeat(101) }));
    expect(bodyOf(safe)).toMatch(/^\{"name":"Name 1 x{94}"\}$/);
  });

  test('finds the id of a connection in any order, and a name that only another exchange identifies', () => {
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

  test('preserves the length of a secret header, which Xero limits', () => {
    const [safe] = redact([], exchange({ sentHeaders: { 'x-session': 's'.repeat(9_000) } }));
    expect(safe?.request.headers[0]?.[1]).toBe('[redacted, 9000 characters]');
  });

  test.each(['@', 'a@', 'a', ' ', '\ufeff', '"', '{"a":', '\\', 'Attic ', '%40', 'a=b&', '00f1a4e5-8f4a-'])(
    'redacts 1 MB of %j without noticeable delay',
    (text) => {
      const many = withBody(text.repeat(1_000_000 / text.length));
      expect(cpuMs(() => redact(redactionClasses, withBody({ name: 'Attic' }), many))).toBeLessThan(4_000);
    },
  );
});
