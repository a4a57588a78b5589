// Removes tokens, and other secrets that have a name, from any text. A fingerprint of a token remains.

import { redactBearer, redactUserinfo } from './credentials.ts';
import { redactEncodedParts } from './encoded-parts.ts';
import { mayHoldSecrets } from './may-hold-secrets.ts';
import { redactNamedSecrets } from './named-secrets.ts';
import { redactOAuthParameters } from './oauth-parameters.ts';
import { hasCodes, withPlainSpelling } from './plain-spelling.ts';
import { redactJwts } from './redact-jwts.ts';
import { redactKnownTokens, redactPrivateKeys } from './redact-known-tokens.ts';
import { redactSecretsInProse } from './secrets-in-prose.ts';

interface Step {
  readonly name: string;
  /** Linear in the length of the text. */
  readonly redact: (text: string) => string;
  readonly before: string;
  readonly after: string;
}

/**
 * In the order in which they run, each with an example that a test runs. How a named secret can be written: `notations.ts`. None runs on a
 * text in which `mayHoldSecrets` sees nothing.
 */
export const steps: readonly Step[] = [
  {
    name: 'a private key',
    redact: redactPrivateKeys,
    before: 'k: "-----BEGIN RSA PRIVATE KEY-----\nabc\n-----END RSA PRIVATE KEY-----\n"',
    after: 'k: "[redacted]\n"',
  },
  {
    name: 'Bearer and Basic credentials',
    redact: redactBearer,
    before: 'tried Bearer Zq7Xk2Lm today',
    after: 'tried Bearer [redacted] today',
  },
  {
    name: 'user info in a URL',
    redact: redactUserinfo,
    before: 'see https://ann:secret@a.example/x',
    after: 'see https://[redacted]@a.example/x',
  },
  {
    name: 'a field or a parameter with the name of a secret',
    redact: (text) => redactNamedSecrets(text, redactJwts),
    before: '{"refresh_token":"abc","b":1}',
    after: '{"refresh_token":"[redacted]","b":1}',
  },
  {
    name: 'a random parameter of an OAuth URL',
    redact: redactOAuthParameters,
    before: 'https://a.example/oauth/callback?ticket=Zq7Xk2Lm9Pw4Rt6Y&page=2',
    after: 'https://a.example/oauth/callback?ticket=[redacted]&page=2',
  },
  {
    name: 'a JWT anywhere, wrapped or encrypted too',
    redact: redactJwts,
    before: 'got eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbm4ifQ.c2lnbmF0dXJl today',
    after: 'got [token 0057aef9] today',
  },
  {
    name: 'a token with the prefix of its issuer',
    redact: redactKnownTokens,
    before: `got ${'ghp_'}Zq7XkV2mB9wLr4TnY8pSZq7XkV2mB9wLr4Tn today`,
    after: 'got [redacted] today',
  },
  {
    name: 'a random value beside the name of a secret in a sentence',
    redact: redactSecretsInProse,
    before: "The refresh token 'Zq7Xk2Lm9Pw4Rt6Y' is invalid",
    after: "The refresh token '[redacted]' is invalid",
  },
];

/** Secrets travel in URLs, bodies and unexpected headers. Linear in the length of the text. */
export function redactSecrets(text: string): string {
  return redactEncoded(text, mayHoldSecrets, MAX_ENCODINGS);
}

/** Like `redactSecrets`, but without the first look at each text. Exported for the test that compares both. */
export function redactWithAllSteps(text: string): string {
  return redactEncoded(text, () => true, MAX_ENCODINGS);
}

/** A URL within a URL within a URL. */
const MAX_ENCODINGS = 3;

function redactEncoded(text: string, mayHold: (text: string) => boolean, levels: number): string {
  if (!mayHold(text)) return text;
  const redacted = redactSpelled(text);
  return levels === 0 ? redacted : redactEncodedParts(redacted, (part) => redactEncoded(part, mayHold, levels - 1));
}

function redactSpelled(text: string): string {
  const redacted = redactAsWritten(text);
  if (!hasCodes(redacted)) return redacted;
  const plain = withPlainSpelling(redacted);
  const redactedPlain = redactAsWritten(plain);
  return redactedPlain === plain ? redacted : redactedPlain;
}

function redactAsWritten(text: string): string {
  return steps.reduce((rest, { redact }) => redact(rest), text);
}
