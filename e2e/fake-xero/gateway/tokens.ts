// Issues access tokens like Xero's identity server, but signed with this server's own secret, and verifies them.

import { createHmac, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';

export interface TokenOptions {
  /** By default, `projects`. */
  readonly scopes?: readonly string[];
  /** From now, s; by default 1800, as at Xero. Negative if expired. */
  readonly expiresInSeconds?: number;
  readonly clientId?: string;
  /** Whether it is an id token: meant for the app and without scopes, so that the API rejects it. */
  readonly isIdToken?: boolean;
}

type TokenReading =
  | { readonly kind: 'valid'; readonly clientId: string; readonly scopes: readonly string[] }
  | { readonly kind: 'expired'; readonly expiresMs: number }
  | { readonly kind: 'invalid' };

export interface Tokens {
  readonly mint: (options?: TokenOptions) => string;
  /** Reads the value of an `Authorization` header. */
  readonly read: (authorization: string | undefined) => TokenReading;
}

const API_AUDIENCE = 'https://identity.xero.com/resources';
const LIFETIME_SECONDS = 1800;
const defaultClientId = '5C1B3F9E7A2D4E6F8091A2B3C4D5E6F7';

export function createTokens(now: () => number): Tokens {
  const secret = randomBytes(32);
  const sign = (text: string) => createHmac('sha256', secret).update(text).digest('base64url');

  const mint = (options: TokenOptions = {}) => {
    const unsigned = `${encode(header)}.${encode(claimsOf(options, Math.floor(now() / 1000)))}`;
    return `${unsigned}.${sign(unsigned)}`;
  };

  const read = (authorization: string | undefined): TokenReading => {
    const [, unsigned = '', signature = ''] = /^Bearer ([\w-]+\.[\w-]+)\.([\w-]+)$/i.exec(authorization ?? '') ?? [];
    const expected = Buffer.from(sign(unsigned));
    const actual = Buffer.from(signature);
    if (actual.length !== expected.length || !timingSafeEqual(actual, expected)) return { kind: 'invalid' };
    const claims = JSON.parse(Buffer.from(unsigned.split('.')[1] ?? '', 'base64url').toString());
    if (claims.exp * 1000 <= now()) return { kind: 'expired', expiresMs: claims.exp * 1000 };
    if (claims.aud !== API_AUDIENCE) return { kind: 'invalid' };
    return { kind: 'valid', clientId: claims.client_id, scopes: claims.scope };
  };

  return { mint, read };
}

const header = {
  alg: 'HS256',
  kid: '1CAF8E66772D6DC028D6726FD0261581570EFC19',
  typ: 'JWT',
  x5t: 'HK-OZncthcAo1nJv0CYVgVcO_Bk',
};

/** The claims of a recorded token. The scopes are an array, not one string. */
function claimsOf(options: TokenOptions, nowSeconds: number): object {
  const exp = nowSeconds + (options.expiresInSeconds ?? LIFETIME_SECONDS);
  const nbf = Math.min(nowSeconds, exp - LIFETIME_SECONDS);
  return {
    nbf,
    exp,
    iss: 'https://identity.xero.com',
    ...(options.isIdToken
      ? { aud: options.clientId ?? defaultClientId, at_hash: randomBytes(16).toString('base64url') }
      : { aud: API_AUDIENCE, client_id: options.clientId ?? defaultClientId, scope: options.scopes ?? ['projects'] }),
    sub: '4f3c1a5b7d9e5f10a2b3c4d5e6f70819',
    auth_time: nbf,
    xero_userid: '5b96e86b-418e-48e8-8949-308c14aec278',
    global_session_id: randomUUID().replaceAll('-', ''),
    jti: randomUUID().replaceAll('-', ''),
    authentication_event_id: randomUUID(),
  };
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
