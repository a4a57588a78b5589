// Puts one term into a query or takes it out, as a button does that stands for it.

import { type Term, tokenize } from './tokenize.ts';

/** The other terms stay as they were typed. */
export function toggleTerm(query: string, term: string): string {
  if (!hasTerm(query, term)) return `${closeQuote(query)} ${term}`.trim();
  return tokenize(query)
    .filter((each) => !isTerm(query, each, term))
    .map(({ from, to }) => query.slice(from, to))
    .join(' ');
}

export function hasTerm(query: string, term: string): boolean {
  return tokenize(query).some((each) => isTerm(query, each, term));
}

function isTerm(query: string, { from, to }: Term, term: string): boolean {
  return query.slice(from, to).toLowerCase() === term.toLowerCase();
}

/** What comes after a quote that is still open would stand within it. */
function closeQuote(query: string): string {
  return tokenize(query).at(-1)?.isOpen ? `${query}"` : query.trimEnd();
}
