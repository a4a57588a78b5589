// Source: RFC 6749 for the names; Xero’s announcements in the issues of xero-node for the fix. Secrets that a back end can leak in a response.

import { type Citation, documented } from './citation.ts';

export interface DisclosedSecret {
  readonly id:
    | 'access-token'
    | 'refresh-token'
    | 'id-token'
    | 'client-secret'
    | 'authorization'
    | 'client-credentials'
    | 'token';
  /** Including its article. */
  readonly label: string;
  /** The name in front of a redaction marker, as a regular expression’s source. */
  readonly before: string;
  /** A body before redaction. */
  readonly example: string;
}

const joined = '(?:[_-]|%5f)?';

/** The first match is reported for each redaction marker. */
export const disclosedSecrets: readonly DisclosedSecret[] = [
  {
    id: 'refresh-token',
    label: 'a refresh token',
    before: `refresh${joined}token`,
    example: '{"tokenSet":{"refresh_token":"Zq7Xk2Lm9Pw4Rt6YZq7Xk2Lm9Pw4Rt6Y"}}',
  },
  {
    id: 'id-token',
    label: 'an ID token',
    before: `id${joined}token`,
    example: '{"id_token":"eyJhbGciOiJub25lIn0.eyJhdWQiOiJhIn0.c2ln"}',
  },
  {
    id: 'access-token',
    label: 'an access token',
    before: `access${joined}token|bearer`,
    example: '{"session":1,"accessToken":"Zq7Xk2Lm9Pw4Rt6YZq7Xk2Lm9Pw4Rt6Y"}',
  },
  {
    id: 'client-secret',
    label: 'the client secret',
    before: `client${joined}secret`,
    example: '{"config":{"clientSecret":"Zq7Xk2Lm9Pw4Rt6YZq7Xk2Lm9Pw4Rt6Y"}}',
  },
  {
    id: 'client-credentials',
    label: 'the app’s client ID and client secret',
    before: 'basic',
    example: 'the request was sent with Basic MDAwMDAwMDA6c2VjcmV0c2VjcmV0',
  },
  {
    id: 'authorization',
    label: 'an `Authorization` header, probably with an access token',
    before: 'authorization',
    example: '{"config":{"headers":{"Authorization":"Bearer Zq7Xk2Lm9Pw4Rt6YZq7Xk2Lm9Pw4Rt6Y"}}}',
  },
  {
    id: 'token',
    label: 'a token',
    before: '(?<![a-z_-])(?:(?:xero|bearer|auth|user|my)[_-]?)?(?:token|jwt)',
    example: '{"user":{"jwt":"Zq7Xk2Lm9Pw4Rt6YZq7Xk2Lm9Pw4Rt6Y"}}',
  },
];

/** The release of xero-node whose errors no longer contain the token. */
export const xeroNodeFix: { readonly version: string; readonly major: number; readonly citation: Citation } = {
  version: '20.0.0',
  major: 20,
  citation: {
    ...documented(
      'Xero, xero-node issues 823, 817 and 825: 20.0.0 of 18 Sep 2026, backports of 21 Sep to every major from v4',
      'https://github.com/XeroAPI/xero-node/pull/823',
    ),
    retrieved: '2026-11-30',
  },
};
