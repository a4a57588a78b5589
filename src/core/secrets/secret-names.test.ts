// Which names denote secrets; those of Xero Projects itself do not.

import { describe, expect, test } from 'vitest';
import { entities } from '../../catalogue/entities.ts';
import { headers } from '../../catalogue/headers.ts';
import { operations } from '../../catalogue/operations.ts';
import { isSecretName, isSecretParameter } from './secret-names.ts';

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
    ...['x-forwarded-authorization', 'x-amz-security-token', 'x-xsrf-token', 'code_verifier', 'model.Password'],
  ])('%s denotes a secret', (name) => {
    expect(isSecretName(name)).toBe(true);
  });

  test.each([
    ...['nextToken', 'next_page_token', 'continuationToken', 'maxTokens', 'token_type', 'client_assertion_type'],
    ...['token_type_hint', 'token_endpoint', 'tokenExpiresAt', 'xsrfCookieName', 'access-control-allow-credentials'],
    ...['oauth_problem', 'error', 'code', 'auth', 'key', 'author', 'pass', 'name', 'grant_type'],
    ...['userAgent', 'statusCode', 'errorCode', 'key', 'keyword', 'idempotency-key', 'countryCode', 'authored'],
  ])('%s does not denote a secret', (name) => {
    expect(isSecretName(name)).toBe(false);
  });

  test('no field, parameter or header of Xero Projects denotes a secret, except Authorization', () => {
    const rows = [...Object.values(entities).flat(), ...operations.flatMap(({ query }) => query), ...headers];
    expect(rows.map(({ name }) => name).filter(isSecretParameter)).toEqual(['Authorization']);
  });
});
