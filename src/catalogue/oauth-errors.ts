// Source: RFC 6749, section 5.2 and, for the last two, 4.1.2.1, read 2026-11-22. The `error` values that
// identify a response of identity.xero.com.

export const oauthErrors = [
  'invalid_grant',
  'invalid_client',
  'invalid_request',
  'invalid_scope',
  'unauthorized_client',
  'unsupported_grant_type',
  'unsupported_response_type',
  'access_denied',
] as const;
