// What is searched for, as patterns.

import { escapeRegExp } from '../text/escape-regexp.ts';

export interface SearchQuery {
  readonly text: string;
  readonly matchCase: boolean;
}

/** Each matches at least one character that is no white space, and none of them can go back and forth in a text. */
export interface SearchPatterns {
  readonly inText: RegExp;
  /**
   * JSON is shown laid out, and so is copied from there: between its tokens any white space stands for any other. Inside of strings it does
   * not.
   */
  readonly inJson: RegExp;
}

/** `undefined` where nothing is asked for. */
export function compileQuery({ text, matchCase }: SearchQuery): SearchPatterns | undefined {
  if (text.trim() === '') return undefined;
  const flags = matchCase ? 'g' : 'gi';
  return { inText: new RegExp(escapeRegExp(text), flags), inJson: new RegExp(patternIgnoringSpaces(text), flags) };
}

/** The pattern for a body: by its beginning, as it is laid out. */
export function patternForBody(body: string, { inText, inJson }: SearchPatterns): RegExp {
  return /^\s*[{[]/.test(body) ? inJson : inText;
}

/** White space is free where a quote and a sign of JSON meet, or two signs, and after the colon of a name. */
const TOKEN_GAP = /(?<=")\s*(?=[:,\]}])|(?<=[{[,:])\s*(?=["{[\]}])|(?<=[}\]])\s*(?=[,\]}])|(?<="\s*:)\s*(?=\S)/g;

function patternIgnoringSpaces(text: string): string {
  let [pattern, from] = ['', 0];
  for (const { 0: space, index } of text.matchAll(TOKEN_GAP)) {
    pattern += `${escapeRegExp(text.slice(from, index))}\\s*`;
    from = index + space.length;
  }
  return pattern + escapeRegExp(text.slice(from));
}
