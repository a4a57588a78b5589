// Adds a term to a query or removes it, for buttons that toggle a term.

import { type Term, tokenize } from './tokenize.ts';

/** Keeps the other terms as typed. */
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

/** Closes an open quote, which would otherwise include the added term. */
function closeQuote(query: string): string {
  return tokenize(query).at(-1)?.isOpen ? `${query}"` : query.trimEnd();
}
