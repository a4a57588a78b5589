// What may stand at the cursor of a query: keys, and values of the key that is being written.

import { filterKeys } from './filter-keys.ts';
import { tokenize } from './tokenize.ts';

export interface Completion {
  /** What takes the place of the query between `from` and `to`. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** Why one would take it. */
  readonly meaning: string;
}

/** So many at most: a list to choose from, not to search in. */
const MAX_COMPLETIONS = 12;

/** `values`: what is known beside the keys' own, for example the tenants that were seen. */
export function getCompletions(
  query: string,
  cursor: number,
  values: Readonly<Record<string, readonly string[]>> = {},
): Completion[] {
  const term = tokenize(query).find(({ from, to }) => from <= cursor && cursor <= to);
  const minus = term?.isNegated ? '-' : '';
  if (term?.key !== undefined) {
    const row = filterKeys.find(({ key }) => key === term.key);
    const known = [...(row?.values ?? []), ...(values[term.key] ?? [])];
    return known
      .filter((value) => value.toLowerCase().startsWith(term.value.toLowerCase()) && value !== term.value)
      .slice(0, MAX_COMPLETIONS)
      .map((value) => ({
        text: `${minus}${term.key}:${quoteSpaces(value)}`,
        from: term.from,
        to: term.to,
        meaning: '',
      }));
  }
  const begun = term?.value.toLowerCase() ?? '';
  return filterKeys
    .filter(({ key }) => key.startsWith(begun))
    .map(({ key, meaning, example }) => ({
      text: `${minus}${key}:`,
      from: term?.from ?? cursor,
      to: term?.to ?? cursor,
      meaning: `${meaning}, as ${key}:${example}`,
    }));
}

/** The query with a completion in it, and where the cursor goes: a key asks for its value next, a value is done. */
export function applyCompletion(query: string, { text, from, to }: Completion): { query: string; cursor: number } {
  const isKey = text.endsWith(':');
  const rest = query.slice(to).trimStart();
  const blank = isKey && rest === '' ? '' : ' ';
  return { query: query.slice(0, from) + text + blank + rest, cursor: from + text.length + (isKey ? 0 : 1) };
}

function quoteSpaces(value: string): string {
  return /\s/.test(value) ? `"${value}"` : value;
}
