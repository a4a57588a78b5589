// Which names denote secrets; those of Xero Projects itself do not.

import { describe, expect, test } from 'vitest';
import { entities } from '../../catalogue/entities.ts';
import { headerRows } from '../../catalogue/headers.ts';
import { operations } from '../../catalogue/operations.ts';
import { isAmbiguousName, isSecretField, isSecretName, isSecretParameter } from './secret-names.ts';

describe('isSecretName', () => {
  test.each([
    ...['access_token', 'accessToken', 'X-Access-Token', 'access%5Ftoken', 'access_token[]', 'access_token%5B0%5D'],
    ...[
      'refresh-token',
      'id_token_hint',
      'token',
      'tokens',
      'secret',
      'client_secret',
      'client%5Fassertion',
      'PASSWORD',
    ],
    ...[
      'passwd',
      'pwd',
      'api_key',
      'apiKey',
      'x-api-key',
      'session',
      'sessionId',
      'Authorization',
      'cookie',
      'set-cookie',
    ],
    ...['Ocp-Apim-Subscription-Key', 'x-functions-key', 'subscription-key', 'privateKey', 'accessKeyId', 'signing_key'],
    ...['device_code', 'userCode', 'auth_code', 'PHPSESSID', 'oauth_verifier', 'X-Amz-Signature'],
    ...[
      'X-Auth-Key',
      'authKey',
      'auth_header',
      'sid',
      'SID',
      'connect.sid',
      'pass',
      'DB_PASS',
      'dbPass',
      'dbpass',
      'pass1',
    ],
    ...[
      'userPass[0]',
      'smtp_pass',
      'otp',
      'smsOtp',
      'TOTP',
      'accountKey',
      'passphrase',
      'passcode',
      'SAMLResponse',
      'psk',
    ],
    ...['x-forwarded-authorization', 'x-amz-security-token', 'x-xsrf-token', 'code_verifier', 'model.Password'],
  ])('%s denotes a secret', (name) => {
    expect(isSecretName(name)).toBe(true);
  });

  test.each([
    ...['nextToken', 'next_page_token', 'continuationToken', 'maxTokens', 'token_type', 'client_assertion_type'],
    ...['token_type_hint', 'token_endpoint', 'tokenExpiresAt', 'xsrfCookieName', 'access-control-allow-credentials'],
    ...['oauth_problem', 'error', 'code', 'auth', 'key', 'author', 'name', 'grant_type'],
    ...[
      'passenger',
      'bypass',
      'compass',
      'passRate',
      'passed',
      'authEventId',
      'authTime',
      'residence',
      'side',
      'otpEnabled',
    ],
    ...[
      'projectId',
      'taskId',
      'timeEntryId',
      'contactId',
      'userId',
      'tenantId',
      'correlationId',
      'etag',
      'hash',
      'pinned',
    ],
    ...['userAgent', 'statusCode', 'errorCode', 'key', 'keyword', 'idempotency-key', 'countryCode', 'authored'],
  ])('%s does not denote a secret', (name) => {
    expect(isSecretName(name)).toBe(false);
  });

  test('no field, parameter or header of Xero Projects denotes a secret, except Authorization', () => {
    const rows = [...Object.values(entities).flat(), ...operations.flatMap(({ query }) => query), ...headerRows];
    expect(rows.map(({ name }) => name).filter(isSecretParameter)).toEqual(['Authorization']);
  });
});

const random = 'Zq7XkV2mB9wLr4TnY8pS';

describe('isSecretField', () => {
  test.each([
    ['auth', 'hunter2'],
    ['X-Auth', 'hunter2'],
    ['basicAuth', 'ann:hunter2'],
    ['auth', random],
    ['pin', '1234'],
    ['pat', random],
    ['ticket', random],
    ['signature', 'q1Zx8Wc3Vb7Nm2Lk5Jh9'],
  ])('%s: %s is a secret', (name, value) => {
    expect(isAmbiguousName(name)).toBe(true);
    expect(isSecretField(name, value)).toBe(true);
  });

  test.each([
    ['auth', 'basic'],
    ['auth', 'OAuth 2.0'],
    ['auth', 'true'],
    ['auth', ''],
    ['auth', 'https://login.example/authorize'],
    ['auth', 'The user is not signed in'],
    ['pin', 'top'],
    ['pin', 'true'],
    ['pat', 'Pat Smith'],
    ['ticket', 'SUP-1234'],
    ['signature', 'Kind regards, Pat'],
    ['ticket', '00f1a4e5-8f4a-4b3c-9f3a-2f1c6d7e8a90'],
    ['author', random],
    ['name', random],
  ])('%s: %s is not a secret', (name, value) => {
    expect(isSecretField(name, value)).toBe(false);
  });
});
