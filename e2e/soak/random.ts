// Random numbers that a seed repeats, and random damage to texts.

/** Numbers from 0 to below 1, by the algorithm mulberry32. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const insertions = [
  '"',
  '{',
  '[',
  '}',
  ']',
  ',',
  ':',
  '\\',
  '\0',
  '\u202e',
  '\ud800',
  '<script>',
  '1e400',
  'null',
  '-',
  ' ',
];

/** Cuts, removes, repeats, inserts or swaps at random places. */
export function damage(text: string, random: () => number): string {
  let damaged = text;
  for (let count = 1 + Math.floor(random() * 4); count > 0; count--) damaged = damageOnce(damaged, random);
  return damaged;
}

function damageOnce(text: string, random: () => number): string {
  const from = Math.floor(random() * (text.length + 1));
  const to = Math.min(text.length, from + Math.floor(random() ** 4 * 200));
  const [before, part, after] = [text.slice(0, from), text.slice(from, to), text.slice(to)];
  const kinds = [
    () => before,
    () => before + after,
    () => before + part + part + after,
    () => before + insertions[Math.floor(random() * insertions.length)] + part + after,
    () => before + String.fromCharCode(Math.floor(random() * 0x100)) + after,
  ];
  return kinds[Math.floor(random() * kinds.length)]?.() ?? text;
}
