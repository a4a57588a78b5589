// Compiles a search query into regular expressions.

import { escapeRegExp } from '../text/escape-regexp.ts';

export interface SearchQuery {
  readonly text: string;
  readonly matchCase: boolean;
}

/** Each matches at least one non-space character, and none backtracks catastrophically. */
export interface SearchPatterns {
  readonly inText: RegExp;
  /**
   * JSON is shown formatted, so a query copied from it has other white space than the body: between tokens any white space matches any
   * other. Inside strings it has to match exactly.
   */
  readonly inJson: RegExp;
}

/** `undefined` for an empty query. */
export function compileQuery({ text, matchCase }: SearchQuery): SearchPatterns | undefined {
  if (text.trim() === '') return undefined;
  const flags = matchCase ? 'g' : 'gi';
  return { inText: new RegExp(escapeRegExp(text), flags), inJson: new RegExp(patternIgnoringSpaces(text), flags) };
}

/** Chooses the pattern for a body by its first character, as the formatter does. */
export function patternForBody(body: string, { inText, inJson }: SearchPatterns): RegExp {
  return /^\s*[{[]/.test(body) ? inJson : inText;
}

/** White space is ignored between a quote and punctuation, between punctuation, and after the colon of a name. */
const TOKEN_GAP = /(?<=")\s*(?=[:,\]}])|(?<=[{[,:])\s*(?=["{[\]}])|(?<=[}\]])\s*(?=[,\]}])|(?<="\s*:)\s*(?=\S)/g;

function patternIgnoringSpaces(text: string): string {
  let [pattern, from] = ['', 0];
  for (const { 0: space, index } of text.matchAll(TOKEN_GAP)) {
    pattern += `${escapeRegExp(text.slice(from, index))}\\s*`;
    from = index + space.length;
  }
  return pattern + escapeRegExp(text.slice(from));
}
