// Random damage to texts.

import type { Random } from '../simulation/random.ts';

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
export function damage(text: string, random: Random): string {
  let damaged = text;
  for (let count = 1 + Math.floor(random() * 4); count > 0; count--) damaged = damageOnce(damaged, random);
  return damaged;
}

function damageOnce(text: string, random: Random): string {
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
