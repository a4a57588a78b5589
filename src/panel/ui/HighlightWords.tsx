// A text in which the words that were searched for are marked.

import { escapeRegExp } from '../../core/text/escape-regexp.ts';

export function HighlightWords({ text, words }: { text: string; words: readonly string[] }) {
  if (words.length === 0) return <>{text}</>;
  return <>{piecesOf(text, words).map(({ piece, isHit }, i) => (isHit ? <mark key={i}>{piece}</mark> : piece))}</>;
}

/** `words` are in lower case. */
function piecesOf(text: string, words: readonly string[]): { piece: string; isHit: boolean }[] {
  const pattern = new RegExp(`(${words.map(escapeRegExp).join('|')})`, 'gi');
  return text
    .split(pattern)
    .map((piece, i) => ({ piece, isHit: i % 2 === 1 }))
    .filter(({ piece }) => piece !== '');
}
