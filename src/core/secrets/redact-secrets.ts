// Takes tokens, and other secrets that have a name, out of any text. What is left of a token is a fingerprint.

import { redactCredentials } from './credentials.ts';
import { redactNamedSecrets } from './named-secrets.ts';
import { redactSecretsInProse } from './secrets-in-prose.ts';

/** Tokens travel in addresses, bodies and odd headers. Of a JWT its fingerprint is left, of other secrets nothing. In linear time. */
export function redactSecrets(text: string): string {
  return redactSecretsInProse(redactJwts(redactNamedSecrets(redactCredentials(text), redactJwts)));
}

/** 32 bits of FNV-1a: enough to tell two tokens of a log apart, far too few to find a token by. */
export function fingerprint(token: string): string {
  let value = 0x811c9dc5;
  for (let i = 0; i < token.length; i++) value = Math.imul(value ^ token.charCodeAt(i), 0x01000193);
  return (value >>> 0).toString(16).padStart(8, '0');
}

/** As it is, or as JSON and logs write it. */
const lineBreak = String.raw`(?:\r?\n|(?:\\r)?\\n)[ \t]{0,8}`;
/** Mail, terminals and PEM wrap long words: what goes on after a full line is all of the next. */
const wrapped = String.raw`[\w-]+(?:(?<=[\w.-]{48})${lineBreak}(?!--)[\w-]+(?=[ \t]*(?:[\r\n\\"'.]|$))){0,40}`;
/** What follows a broken line is told from other words by its length. */
const signature = String.raw`(?:${lineBreak})?\.(?:${lineBreak}(?=[\w-]{40}))?(?:${wrapped})?`;
/** From the start of a run of letters, wherever in it the token begins: to try every `eyJ` of a long run would take minutes. */
const start = String.raw`(?<![\w-])(?=[\w-]*?eyJ[\w-]{8})`;
const jwts = new RegExp(
  String.raw`${start}${wrapped}(?:${lineBreak})?\.(?:${lineBreak})?(?=eyJ[\w-]{8})${wrapped}(?:${signature})?`,
  'g',
);

/** An encrypted one has five parts, of which only the first can be read. */
const encryptedJwts = /(?<![\w-])eyJ[\w-]{8,}\.[\w-]*\.[\w-]{8,}\.[\w-]{8,}\.[\w-]{8,}/g;

function redactJwts(text: string): string {
  if (!text.includes('eyJ')) return text;
  const plain = text.replace(encryptedJwts, (found) => `[token ${fingerprint(found)}]`);
  return plain.replace(jwts, (found) => {
    const at = found.indexOf('eyJ');
    return `${found.slice(0, at)}[token ${fingerprint(found.slice(at))}]`;
  });
}
