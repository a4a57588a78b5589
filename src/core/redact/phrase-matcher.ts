// Finds many known texts in another at once: each is looked up by its first word and its length.

import { foldCase } from './fold-case.ts';

export interface PhraseMatcher {
  /** `text` is in lower case. `capitalised`: only as names are written is it meant, not in lower case nor in capitals. */
  add(text: string, spelling?: 'any' | 'capitalised'): void;
  /** Only whole words are found, in any case, and of several that begin alike the longest. */
  replace(text: string, change: (found: string) => string): string;
}

/** How texts with the same first word are built; there are far fewer ways than texts. */
interface PhraseShape {
  /** Characters before the first word. */
  readonly lead: number;
  readonly length: number;
}

export function createPhraseMatcher(): PhraseMatcher {
  const known = new Map<string, 'any' | 'capitalised'>();
  const extents = new Map<string, PhraseShape[]>();

  const matchesCase = (found: string, lower: string): boolean => {
    const spelling = known.get(lower);
    return (
      spelling === 'any' ||
      (spelling === 'capitalised' && found.charAt(0) !== lower.charAt(0) && found !== found.toUpperCase())
    );
  };

  return {
    add(text, spelling = 'any') {
      const first = text.match(word);
      if (first === null || known.has(text)) return;
      known.set(text, spelling);
      const lead = first.index ?? 0;
      const alike = extents.get(first[0]) ?? [];
      if (alike.some((each) => each.lead === lead && each.length === text.length)) return;
      extents.set(
        first[0],
        [...alike, { lead, length: text.length }].sort((a, b) => b.length - a.length),
      );
    },
    replace(text, change) {
      if (known.size === 0) return text;
      const lower = foldCase(text);
      let kept = '';
      let done = 0;
      allWords.lastIndex = 0;
      for (let match = allWords.exec(lower); match !== null; match = allWords.exec(lower)) {
        const { 0: first, index } = match;
        if (index < done) continue;
        for (const { lead, length } of extents.get(first) ?? []) {
          const start = index - lead;
          if (start < done || !endsAt(lower, start + length)) continue;
          const found = text.slice(start, start + length);
          if (!matchesCase(found, lower.slice(start, start + length))) continue;
          kept += text.slice(done, start) + change(found);
          done = start + length;
          break;
        }
      }
      return done === 0 ? text : kept + text.slice(done);
    },
  };
}

/** Of scripts that put no space between words, each character is one. */
const unspaced = '[\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{scx=Hangul}]';
const letter = '[\\p{L}\\p{N}]';
const word = new RegExp(`(?=${letter})${unspaced}|(?:(?!${unspaced})${letter})+`, 'u');
const allWords = new RegExp(word, 'gu');

/** What was found does not go on as a word. */
function endsAt(text: string, at: number): boolean {
  return !goesOn.test(text.slice(at - 1, at + 1));
}

const goesOn = new RegExp(`^(?:(?!${unspaced})${letter}){2}$`, 'u');
