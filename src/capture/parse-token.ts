// Reduces an access token to the facts that explain rejected requests. The token itself never leaves this file.

import { toTokenTimeMs } from '../core/har/bounded-values.ts';
import type { Token, TokenAudience } from '../core/model/exchange.ts';
import { fingerprint as fingerprintOf } from '../core/secrets/fingerprint.ts';
import { redactSecrets } from '../core/secrets/redact-secrets.ts';
import { isRedactionMarker } from '../core/secrets/redaction-marker.ts';

/** Xero's access tokens are shorter, so no claims of a longer one are read. */
const MAX_TOKEN_CHARS = 16_384;
/** Claims are flat except for arrays and a few objects: deeper nesting means it is not an access token. */
const MAX_NESTING = 8;
/** The characters of a bearer token (RFC 6750). */
const bearerToken = /^[\w.~+/=-]+$/;

/** `value` is that of an `Authorization` header. Never throws; anything but a JWT is `opaque`. */
export function parseToken(value: string): Token {
  const trimmed = value.trim();
  const scheme = schemeOf(trimmed);
  const token = trimmed.slice(scheme.length).trim();
  const length = value.length;
  const noClaims = {
    length,
    issuer: undefined,
    clientId: undefined,
    scopes: undefined,
    notBeforeMs: undefined,
    expiresMs: undefined,
  };
  if (token === '') return { kind: 'missing', scheme, fingerprint: '', ...noClaims };
  const claims = readClaims(token);
  // A redaction marker in an imported file: nothing is known about the token.
  const fingerprint = isRedactionMarker(token) ? '' : fingerprintOf(token);
  if (claims === undefined) return { kind: 'opaque', scheme, fingerprint, ...noClaims };
  return {
    kind: 'jwt',
    scheme,
    fingerprint,
    length,
    issuer: text(claims.iss),
    clientId: text(claims.client_id),
    ...(claims.aud === undefined ? {} : { audience: audienceOf(claims) }),
    scopes: scopesOf(claims.scope),
    notBeforeMs: time(claims.nbf),
    expiresMs: time(claims.exp),
  };
}

/** The scheme as written. Empty unless it is a known one: the first word of any other value may be the token itself. */
function schemeOf(value: string): string {
  const [word = ''] = /^[A-Za-z\d-]{1,20}(?=\s|$)/.exec(value) ?? [];
  return schemes.has(word.toLowerCase()) ? word : '';
}

/** The schemes in IANA's registry of HTTP authentication schemes, and those that services have invented. */
const schemes: ReadonlySet<string> = new Set([
  ...['bearer', 'basic', 'digest', 'dpop', 'gnap', 'hoba', 'mutual', 'negotiate', 'oauth', 'privatetoken'],
  ...['scram-sha-1', 'scram-sha-256', 'vapid', 'ntlm', 'token', 'jwt', 'apikey', 'aws4-hmac-sha256'],
]);

function readClaims(token: string): Record<string, unknown> | undefined {
  // Xero rejects a token in quotes or with a line break, even though its payload can be decoded.
  if (token.length > MAX_TOKEN_CHARS || !bearerToken.test(token)) return undefined;
  const parts = token.split('.');
  const payload = parts[1];
  if (parts.length !== 3 || !payload) return undefined;
  try {
    const bytes = Uint8Array.from(atob(payload.replaceAll('-', '+').replaceAll('_', '/')), (each) =>
      each.charCodeAt(0),
    );
    const claims: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof claims === 'object' && claims !== null && !Array.isArray(claims) && !isDeeper(claims, MAX_NESTING)
      ? (claims as Record<string, unknown>)
      : undefined;
  } catch {
    // Not base64 or not JSON, so not a JWT despite its two dots: the caller returns `opaque`.
    return undefined;
  }
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((each) => isDeeper(each, levels - 1));
}

/** Xero sends an array; other issuers send a space-separated string. */
function scopesOf(scope: unknown): string[] | undefined {
  const scopes = typeof scope === 'string' ? scope.split(' ').filter(Boolean) : scope;
  return Array.isArray(scopes) ? scopes.flatMap((each) => text(each) ?? []) : undefined;
}

/** Returns only the kind of audience, never its names. An id token is for the app: its audience is a client id, and it can have a hash of the access token. */
function audienceOf({ aud, client_id, azp, at_hash, c_hash }: Record<string, unknown>): TokenAudience {
  const names = (Array.isArray(aud) ? aud : [aud]).filter((each) => typeof each === 'string');
  if (names.includes(API_AUDIENCE)) return 'api';
  const isClient = (name: string) => name === client_id || name === azp || /^[\da-f]{32}$/i.test(name);
  return at_hash !== undefined || c_hash !== undefined || names.some(isClient) ? 'app' : 'other';
}

/** Source: the claims of recorded access tokens. */
const API_AUDIENCE = 'https://identity.xero.com/resources';

/** An issuer may put anything into a claim, even a secret. */
function text(value: unknown): string | undefined {
  return typeof value === 'string' ? redactSecrets(value) : undefined;
}

function time(seconds: unknown): number | undefined {
  return typeof seconds === 'number' ? toTokenTimeMs(seconds * 1000) : undefined;
}
