// Names of the variables that a copied command reads in place of secrets, which are never stored.

import { REDACTION_MARKERS } from '../secrets/redaction-marker.ts';

/** Literal text, or a variable that the user sets before running the command. */
export type Part = string | { readonly variable: string };

/** Splits a text at its redaction markers. By default what is before a marker names its variable: `&client_secret=`, `"password":"`. */
export function splitAtSecrets(text: string, variable?: string): Part[] {
  const parts: Part[] = [];
  let done = 0;
  for (const { 0: marker, index } of text.matchAll(REDACTION_MARKERS)) {
    if (index > done) parts.push(text.slice(done, index));
    parts.push({ variable: variable ?? variableFor(nameBefore(text, index)) });
    done = index + marker.length;
  }
  if (done < text.length) parts.push(text.slice(done));
  return parts;
}

/** The variables in `parts`. */
export function variablesIn(parts: readonly Part[]): string[] {
  return parts.flatMap((each) => (typeof each === 'string' ? [] : [each.variable]));
}

/**
 * `X_API_KEY` for `x-api-key` and `apiKey`. Every name begins with `X_`: the page chooses the header's name, and `aws-secret-access-key` must
 * not send it what the user's own `AWS_SECRET_ACCESS_KEY` holds.
 */
export function variableFor(name: string): string {
  const words = name
    .slice(0, MAX_NAME_CHARS)
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .toUpperCase()
    .replace(/[^A-Z\d]+/g, '_')
    .replace(/^_*(?:X_)?|_+$/g, '');
  return `X_${words || 'SECRET'}`;
}

const MAX_NAME_CHARS = 60;

function nameBefore(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - MAX_NAME_CHARS - 20), at);
  const [, name = ''] = /([\w.-]{1,60})[\]"'\\]{0,6}\s?[:=]\s?[\\"']{0,6}(?:\w{1,12} )?$/.exec(before) ?? [];
  return name;
}
