import { describe, expect, test } from 'vitest';
import { disclosedSecrets } from '../../catalogue/disclosed-secrets.ts';
import { redactSecrets } from '../secrets/redact-secrets.ts';
import { findDisclosedSecrets } from './find-disclosed-secrets.ts';

const idsIn = (body: string) => findDisclosedSecrets(redactSecrets(body)).map(({ id }) => id);
const jwt = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbm4ifQ.c2lnbmF0dXJl';

describe('the redacted form of', () => {
  test.each(disclosedSecrets)('$label shows that the body contained it', ({ id, example }) => {
    expect(redactSecrets(example)).not.toMatch(/Zq7|eyJ|MDAw/);
    expect(idsIn(example)).toEqual([id]);
  });

  test.each<[string, string, string[]]>([
    ['a token that is encoded twice', JSON.stringify(JSON.stringify({ access_token: jwt })), ['access-token']],
    ['a bearer token in a sentence', `Bearer ${jwt} was refused`, ['access-token']],
    ['a Python dict', `{'Authorization': 'Bearer ${jwt}'}`, ['authorization']],
    ['a Ruby hash', `{"Authorization"=>"Bearer ${jwt}"}`, ['authorization']],
    ['a JWT without a name', `could not verify ${jwt}`, ['token']],
    [
      'two tokens',
      JSON.stringify({ access_token: jwt, refresh_token: 'Zq7Xk2Lm9Pw4Rt6Y' }),
      ['refresh-token', 'access-token'],
    ],
  ])('%s', (_, body, ids) => {
    expect(idsIn(body)).toEqual(ids);
  });
});

test.each<[string, string]>([
  ['a cookie', '{"headers":{"set-cookie":"sid=Zq7Xk2Lm9Pw4Rt6Y"}}'],
  ['a CSRF token', '{"csrf_token":"Zq7Xk2Lm9Pw4Rt6Y"}'],
  ['words about tokens', '{"message":"The access token expired","type":"Bearer"}'],
  ['a project', '{"projectId":"00000000-0000-4000-8000-000000000001","name":"Token economy"}'],
])('%s is no secret that a page must not get', (_, body) => {
  expect(idsIn(body)).toEqual([]);
});
