// Finds which secrets a body contained, by the markers that redaction left in their places.

import { type DisclosedSecret, disclosedSecrets } from '../../catalogue/disclosed-secrets.ts';
import { REDACTION_MARKERS } from '../secrets/redaction-marker.ts';

const MAX_SEARCH_CHARS = 262_144;

/** In the order of the catalogue, each once. */
export function findDisclosedSecrets(body: string): DisclosedSecret[] {
  const text = body.slice(0, MAX_SEARCH_CHARS);
  const ids = new Set<DisclosedSecret['id']>();
  for (const { 0: marker, index } of text.matchAll(REDACTION_MARKERS)) {
    const before = text.slice(Math.max(0, index - MAX_BEFORE_CHARS), index);
    const found = patterns.find(({ pattern }) => pattern.test(before));
    if (found !== undefined) ids.add(found.id);
    else if (marker.startsWith('[token ')) ids.add('token');
  }
  return disclosedSecrets.filter(({ id }) => ids.has(id));
}

const MAX_BEFORE_CHARS = 100;

/** A name, and what separates it from its value in JSON, forms, dumps and sentences. */
const patterns = disclosedSecrets.map(({ id, before }) => ({
  id,
  pattern: new RegExp(
    `(?:${before})\\w{0,20}(?:["'\\\\\\]\\s]|%22){0,12}(?:=>|[:=,>]|%3[ad]|is|was)?(?:["'\\\\[\\s]|%22|%20){0,12}(?:\\w{0,10}(?:bearer|basic)\\s{1,4})?$`,
    'i',
  ),
}));
