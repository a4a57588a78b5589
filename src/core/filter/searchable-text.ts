// What the list shows of an exchange, as one text to seek words in: to seek them part by part takes seven times as long.

import type { Exchange } from '../model/exchange.ts';

/** Method and status come first, each in so many places; then address, operation and `title`, that of its diagnosis. */
const METHOD_CHARS = 24;
const STATUS_CHARS = 8;

export function searchableText({ request, match, response }: Exchange, title: string): string {
  const method = request.method.slice(0, METHOD_CHARS).padEnd(METHOD_CHARS);
  const status = String(response.status).slice(0, STATUS_CHARS).padEnd(STATUS_CHARS);
  // Put together by `+` it would be pieces that the first search has to join.
  return foldCase([method, status, [request.url, match.operation ?? '', title].join('\n')].join(''));
}

/**
 * Tells whether a word is in a text of `listText`, in any case. Method and status must begin with it, for they are in every text; a longer
 * word leaves nothing that its beginning did not.
 */
export function createWordMatcher(word: string): (text: string) => boolean {
  const sought = foldCase(word);
  return (text) =>
    text.includes(sought, METHOD_CHARS + STATUS_CHARS) ||
    text.startsWith(sought) ||
    text.startsWith(sought, METHOD_CHARS);
}

/** The sigma at the end of a word is the only letter whose small form depends on what follows. */
function foldCase(text: string): string {
  return text.toLowerCase().replaceAll('ς', 'σ');
}
