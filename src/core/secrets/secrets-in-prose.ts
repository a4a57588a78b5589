// Redacts secrets in sentences: "The refresh token 'Zq7X…' is invalid" is written neither as a field nor as a header.

import { REDACTED } from './redaction-marker.ts';
import { isSecretName, secretWords } from './secret-names.ts';

/** Redacts only what can't be a word, a date, a UUID or a host. Linear in the length of the text. */
export function redactSecretsInProse(text: string): string {
  return text.replace(PROSE_SECRET, (all, name: string, between: string, value: string, at: number) => {
    const [before = ''] = /[\w.-]*$/.exec(text.slice(Math.max(0, at - MAX_NAME_CHARS), at)) ?? [];
    const isSecret = (/\s/.test(name) || isSecretName(before + name)) && hasHighEntropy(value);
    return isSecret ? name + between + REDACTED : all;
  });
}

const MAX_NAME_CHARS = 60;
const MIN_SECRET_CHARS = 16;

/** Stays within one string of JSON (no comma, no brace) and one part of a URL (no slash, no `&`). */
const sign = String.raw`(?:[\s:='"\`()[\]<>*.-]|\\{1,8}(?:["'nrt]|u00[\da-f]{2})|%(?:20|22|27|3a)|\+|&(?:quot|apos|#0?3[49]|#x2[27]);){1,8}`;

/** Words allowed between the name and the value. */
const CONNECTIVES =
  'a|an|at|been|could|error|expired|failed|for|found|has|id|invalid|is|not|of|rejected|revoked|the|token|unknown|value|was|with';

const PROSE_SECRET = new RegExp(
  `((?:${secretWords}|api[ -]key)[\\w-]{0,20})(${sign}(?:(?:${CONNECTIVES})${sign}){0,5})([\\w~][\\w.~+/-]{${MIN_SECRET_CHARS - 1},}={0,2})`,
  'gi',
);

/** Alternating letters and digits. */
function hasHighEntropy(value: string): boolean {
  if (uuid.test(value) || /^\d{4}-\d\d/.test(value) || /\.[a-z]{2,6}\.?$/i.test(value)) return false;
  return value.split(/[^a-z0-9]+/i).some((part) => {
    return part.length >= 10 && (part.match(/[a-z]\d/gi)?.length ?? 0) >= 2;
  });
}

const uuid = /[0-9a-f]{8}-(?:[0-9a-f]{1,6}-){2,4}[0-9a-f]{6,12}/i;
