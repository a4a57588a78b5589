// Redacts secrets in sentences: "The refresh token 'Zq7X…' is invalid" is written neither as a field nor as a header.

import { endOfRun } from './end-of-run.ts';
import { hasHighEntropy } from './looks-random.ts';
import { REDACTED } from './redaction-marker.ts';
import { isSecretName, secretWords } from './secret-names.ts';

/** Redacts only what can't be a word, a date, a UUID or a host. Linear in the length of the text. */
export function redactSecretsInProse(text: string): string {
  if (!anyName.test(text)) return text;
  let redacted = '';
  let done = 0;
  for (const { 0: all, 1: name = '', 2: between = '', index } of text.matchAll(PROSE_SECRET)) {
    if (index < done) continue;
    const start = index + name.length + between.length;
    const [before = ''] = /[\w.-]{0,60}$/.exec(text.slice(Math.max(0, index - MAX_NAME_CHARS), index)) ?? [];
    if (!/\s/.test(name) && !isSecretName(before + name)) continue;
    if (!hasHighEntropy(text.slice(start, index + all.length))) continue;
    redacted += text.slice(done, start) + REDACTED;
    done = endOfRun(text, endOfRun(text, index + all.length, rest), padding);
  }
  return done === 0 ? text : redacted + text.slice(done);
}

const anyName = new RegExp(`${secretWords}|api[ -]key`, 'i');
const MAX_NAME_CHARS = 60;
const MIN_SECRET_CHARS = 16;

/** The rest of a longer secret. */
const rest = /[\w.~+/-]{1,500}/y;
const padding = /={1,2}/y;

/** Stays within one string of JSON (no comma, no brace) and one part of a URL (no slash, no `&`). */
const sign = String.raw`(?:[\s:='"\`()[\]<>*.-]|\\{1,8}(?:["'nrt]|u00[\da-f]{2})|%(?:20|22|27|3a)|\+|&(?:quot|apos|#0?3[49]|#x2[27]);){1,8}`;

/** Words allowed between the name and the value. */
const CONNECTIVES =
  'a|an|at|been|could|error|expired|failed|for|found|has|id|invalid|is|not|of|rejected|revoked|the|token|unknown|value|was|with';

/** A name, what is between, and a value. A regular expression's source. */
export const proseSecret = `((?:${secretWords}|api[ -]key)[\\w-]{0,20})(${sign}(?:(?:${CONNECTIVES})${sign}){0,5})([\\w~][\\w.~+/-]{${MIN_SECRET_CHARS - 1},500})`;
const PROSE_SECRET = new RegExp(proseSecret, 'gi');
