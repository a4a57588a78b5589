// Counts with the right form of the noun or verb after them.

import { formatInteger } from './format-number.ts';

/** `1 request`, `1,204 requests`; `plural(2, 'body', 'bodies')` is `2 bodies`. */
export function plural(count: number, singular: string, pluralForm?: string): string {
  return `${formatInteger(count)} ${pluralWord(count, singular, pluralForm)}`;
}

/** The word alone: `pluralWord(1, 'is', 'are')` is `is`. */
export function pluralWord(count: number, singular: string, pluralForm = `${singular}s`): string {
  return count === 1 ? singular : pluralForm;
}
