// Finds many known phrases in a text at once, looking each up by its first word and its length.

import { foldCase } from './fold-case.ts';

export interface PhraseMatcher {
  /** `text` is in lower case. `capitalised` matches only with an initial capital, neither in lower case nor in all capitals. */
  add(text: string, spelling?: 'any' | 'capitalised'): void;
  /** Matches whole words only, in any case, preferring the longest phrase. */
  replace(text: string, change: (found: string) => string): string;
}

/** The extent of a phrase around its first word; far fewer shapes than phrases share a first word. */
interface PhraseShape {
  /** Characters before the first word. */
  readonly lead: number;
  readonly length: number;
}

export function createPhraseMatcher(): PhraseMatcher {
  const spellings = new Map<string, 'any' | 'capitalised'>();
  const shapesByWord = new Map<string, PhraseShape[]>();

  const matchesCase = (found: string, lower: string): boolean => {
    const spelling = spellings.get(lower);
    return (
      spelling === 'any' ||
      (spelling === 'capitalised' && found.charAt(0) !== lower.charAt(0) && found !== found.toUpperCase())
    );
  };

  return {
    add(text, spelling = 'any') {
      const first = text.match(word);
      if (first === null || spellings.has(text)) return;
      spellings.set(text, spelling);
      const lead = first.index ?? 0;
      const shapes = shapesByWord.get(first[0]) ?? [];
      if (shapes.some((each) => each.lead === lead && each.length === text.length)) return;
      shapesByWord.set(
        first[0],
        [...shapes, { lead, length: text.length }].sort((a, b) => b.length - a.length),
      );
    },
    replace(text, change) {
      if (spellings.size === 0) return text;
      const lower = foldCase(text);
      let result = '';
      let done = 0;
      allWords.lastIndex = 0;
      for (let match = allWords.exec(lower); match !== null; match = allWords.exec(lower)) {
        const { 0: first, index } = match;
        if (index < done) continue;
        for (const { lead, length } of shapesByWord.get(first) ?? []) {
          const start = index - lead;
          if (start < done || !isBoundary(lower, start + length)) continue;
          const found = text.slice(start, start + length);
          if (!matchesCase(found, lower.slice(start, start + length))) continue;
          result += text.slice(done, start) + change(found);
          done = start + length;
          break;
        }
      }
      return done === 0 ? text : result + text.slice(done);
    },
  };
}

/** In scripts without spaces between words, each character counts as a word. */
const unspaced = '[\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{scx=Hangul}]';
const letter = '[\\p{L}\\p{N}]';
const word = new RegExp(`(?=${letter})${unspaced}|(?:(?!${unspaced})${letter})+`, 'u');
const allWords = new RegExp(word, 'gu');

/** Whether a word boundary is at this index. */
function isBoundary(text: string, at: number): boolean {
  return !insideWord.test(text.slice(at - 1, at + 1));
}

const insideWord = new RegExp(`^(?:(?!${unspaced})${letter}){2}$`, 'u');
