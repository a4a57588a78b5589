// Finds many known texts in another at once: each is looked up by its first word and its length.

export interface Words {
  add(text: string): void;
  /** Only whole words are found, and of several that begin alike the longest. */
  replace(text: string, change: (found: string) => string): string;
}

/** How texts with the same first word are built; there are far fewer ways than texts. */
interface Extent {
  /** Characters before the first word. */
  readonly lead: number;
  readonly length: number;
}

export function createWords(): Words {
  const known = new Set<string>();
  const extents = new Map<string, Extent[]>();
  return {
    add(text) {
      const first = text.match(word);
      if (first === null || known.has(text)) return;
      known.add(text);
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
      let kept = '';
      let done = 0;
      allWords.lastIndex = 0;
      for (let match = allWords.exec(text); match !== null; match = allWords.exec(text)) {
        const { 0: first, index } = match;
        if (index < done) continue;
        for (const { lead, length } of extents.get(first) ?? []) {
          const start = index - lead;
          const found = start < done ? '' : text.slice(start, start + length);
          if (!known.has(found) || !endsAt(text, start + length)) continue;
          kept += text.slice(done, start) + change(found);
          done = start + length;
          break;
        }
      }
      return done === 0 ? text : kept + text.slice(done);
    },
  };
}

const word = /[\p{L}\p{N}]+/u;
const allWords = new RegExp(word, 'gu');

/** What was found does not go on as a word. */
function endsAt(text: string, at: number): boolean {
  return !/^[\p{L}\p{N}]{2}$/u.test(text.slice(at - 1, at + 1));
}
