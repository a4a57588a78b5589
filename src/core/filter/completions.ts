// Completions at the cursor of a filter query: keys, and values of the current key.

import { filterKeys } from './filter-keys.ts';
import { tokenize } from './tokenize.ts';

export interface Completion {
  /** Replaces the query between `from` and `to`. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** A description of the key; empty for values. */
  readonly meaning: string;
}

/** Few enough to choose from without scrolling. */
const MAX_COMPLETIONS = 12;

/** `values`: values by key in addition to the fixed ones, such as the tenants in the log. */
export function getCompletions(
  query: string,
  cursor: number,
  values: Readonly<Record<string, readonly string[]>> = {},
): Completion[] {
  const term = tokenize(query).find(({ from, to }) => from <= cursor && cursor <= to);
  const minus = term?.isNegated ? '-' : '';
  if (term?.key !== undefined) {
    const row = filterKeys.find(({ key }) => key === term.key);
    const candidates = [...(row?.values ?? []), ...(values[term.key] ?? [])];
    return candidates
      .filter((value) => value.toLowerCase().startsWith(term.value.toLowerCase()) && value !== term.value)
      .slice(0, MAX_COMPLETIONS)
      .map((value) => ({
        text: `${minus}${term.key}:${quoteSpaces(value)}`,
        from: term.from,
        to: term.to,
        meaning: '',
      }));
  }
  const prefix = term?.value.toLowerCase() ?? '';
  return filterKeys
    .filter(({ key }) => key.startsWith(prefix))
    .map(({ key, meaning, example }) => ({
      text: `${minus}${key}:`,
      from: term?.from ?? cursor,
      to: term?.to ?? cursor,
      meaning: `${meaning}, such as ${key}:${example}`,
    }));
}

/** Applies a completion. The cursor goes directly after a key, whose value comes next, or after the space that follows a value. */
export function applyCompletion(query: string, { text, from, to }: Completion): { query: string; cursor: number } {
  const isKey = text.endsWith(':');
  const rest = query.slice(to).trimStart();
  const space = isKey && rest === '' ? '' : ' ';
  return { query: query.slice(0, from) + text + space + rest, cursor: from + text.length + (isKey ? 0 : 1) };
}

function quoteSpaces(value: string): string {
  return /\s/.test(value) ? `"${value}"` : value;
}
