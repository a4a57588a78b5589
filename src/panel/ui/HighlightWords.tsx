// A text with the words of a search query highlighted.

import { escapeRegExp } from '../../core/text/escape-regexp.ts';
import { HighlightRanges } from './HighlightRanges.tsx';

/** Matches ignore case. */
export function HighlightWords({ text, words }: { text: string; words: readonly string[] }) {
  return <HighlightRanges text={text} ranges={words.length === 0 ? [] : rangesOf(text, words)} />;
}

function rangesOf(text: string, words: readonly string[]): { from: number; to: number }[] {
  const pattern = new RegExp(words.map(escapeRegExp).join('|'), 'gi');
  return Array.from(text.matchAll(pattern), ({ 0: word, index }) => ({ from: index, to: index + word.length }));
}
