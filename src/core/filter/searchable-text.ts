// What the list shows of an exchange, as one text: matching words field by field takes seven times as long.

import type { Exchange } from '../model/exchange.ts';

/** Method and status come first, padded to fixed widths; then URL, operation and `title`, the title of the diagnosis. */
const METHOD_CHARS = 24;
const STATUS_CHARS = 8;

export function searchableText({ request, match, response }: Exchange, title: string): string {
  const method = request.method.slice(0, METHOD_CHARS).padEnd(METHOD_CHARS);
  const status = String(response.status).slice(0, STATUS_CHARS).padEnd(STATUS_CHARS);
  // `join` gives a flat string; `+` would give a rope that the first search has to flatten.
  return foldCase([method, status, [request.url, match.operation ?? '', title].join('\n')].join(''));
}

/**
 * Matches a word in a text of `searchableText`, in any case. Method and status match by prefix only, because every text has them. Every
 * match of a word is also a match of its prefixes.
 */
export function createWordMatcher(word: string): (text: string) => boolean {
  const folded = foldCase(word);
  return (text) =>
    text.includes(folded, METHOD_CHARS + STATUS_CHARS) ||
    text.startsWith(folded) ||
    text.startsWith(folded, METHOD_CHARS);
}

/** Unifies both lower-case sigmas: sigma is the only letter whose lower case depends on what follows. */
function foldCase(text: string): string {
  return text.toLowerCase().replaceAll('ς', 'σ');
}
