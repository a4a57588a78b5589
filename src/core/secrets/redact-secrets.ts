// Removes tokens, and other secrets that have a name, from any text. A fingerprint of a token remains.

import { redactBearer, redactUserinfo } from './credentials.ts';
import { redactNamedSecrets } from './named-secrets.ts';
import { redactSecretsInProse } from './secrets-in-prose.ts';

interface Step {
  readonly name: string;
  /** Linear in the length of the text. */
  readonly redact: (text: string) => string;
  readonly before: string;
  readonly after: string;
}

/** In the order in which they run, each with an example that a test runs. How a named secret can be written: `notations.ts`. */
export const steps: readonly Step[] = [
  {
    name: 'Bearer and Basic credentials',
    redact: redactBearer,
    before: 'curl -H "Authorization: Bearer Zq7Xk2" x',
    after: 'curl -H "Authorization: Bearer [redacted]" x',
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
    name: 'a JWT anywhere, wrapped or encrypted too',
    redact: redactJwts,
    before: 'got eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbm4ifQ.c2lnbmF0dXJl today',
    after: 'got [token 0057aef9] today',
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
  return steps.reduce((rest, { redact }) => redact(rest), text);
}

/** 32 bits of FNV-1a: enough to distinguish the tokens of one log, far too few to recover a token. */
export function fingerprint(token: string): string {
  let value = 0x811c9dc5;
  for (let i = 0; i < token.length; i++) value = Math.imul(value ^ token.charCodeAt(i), 0x01000193);
  return (value >>> 0).toString(16).padStart(8, '0');
}

/** A line break as it is, or escaped as in JSON and logs. */
const lineBreak = String.raw`(?:\r?\n|(?:\\r)?\\n)[ \t]{0,8}`;
/** Mail, terminals and PEM wrap long words: after a full line, the whole next line belongs to the token. */
const wrapped = String.raw`[\w-]+(?:(?<=[\w.-]{48})${lineBreak}(?!--)[\w-]+(?=[ \t]*(?:[\r\n\\"'.]|$))){0,40}`;
/** After a line break, length distinguishes the signature from other words. */
const signature = String.raw`(?:${lineBreak})?\.(?:${lineBreak}(?=[\w-]{40}))?(?:${wrapped})?`;
/** Matches from the start of a run of letters, wherever in it the token begins: trying every `eyJ` of a long run takes quadratic time. */
const start = String.raw`(?<![\w-])(?=[\w-]*?eyJ[\w-]{8})`;
const jwts = new RegExp(
  String.raw`${start}${wrapped}(?:${lineBreak})?\.(?:${lineBreak})?(?=eyJ[\w-]{8})${wrapped}(?:${signature})?`,
  'g',
);

/** An encrypted JWT has five parts; only the first is readable. */
const encryptedJwts = /(?<![\w-])eyJ[\w-]{8,}\.[\w-]*\.[\w-]{8,}\.[\w-]{8,}\.[\w-]{8,}/g;

function redactJwts(text: string): string {
  if (!text.includes('eyJ')) return text;
  const plain = text.replace(encryptedJwts, (found) => `[token ${fingerprint(found)}]`);
  return plain.replace(jwts, (found) => {
    const at = found.indexOf('eyJ');
    return `${found.slice(0, at)}[token ${fingerprint(found.slice(at))}]`;
  });
}
