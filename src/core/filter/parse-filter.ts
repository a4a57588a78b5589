// Parses a filter query into a predicate, and its problems with their positions.

import { type FilterKey, filterKeys, type Predicate } from './filter-keys.ts';
import { createWordMatcher } from './searchable-text.ts';
import { type Term, tokenize } from './tokenize.ts';

export interface Filter {
  /** Whether the query has no valid terms, so that every exchange matches. */
  readonly isEmpty: boolean;
  readonly problems: readonly Problem[];
  /** Ignores invalid terms, which `problems` lists. */
  readonly matches: Predicate;
}

/** `from` and `to` are indices in the query. */
export interface Problem {
  readonly from: number;
  readonly to: number;
  readonly message: string;
}

/** Never throws. Terms of an exclusive key are alternatives; an exchange must match all the others. */
export function parseFilter(query: string): Filter {
  const parsed = tokenize(query).map((term) => ({ term, test: parseTerm(term) }));
  const problems = parsed.flatMap(({ term, test }) =>
    typeof test === 'string' ? [{ from: term.from, to: term.to, message: test }] : [],
  );
  const groups = new Map<string, Predicate[]>();
  for (const [index, { term, test }] of parsed.entries()) {
    if (typeof test === 'string') continue;
    // All words must match, but of `method:PUT method:POST` only one.
    const isOneOf = !term.isNegated && findKey(term.key)?.isExclusive;
    const name = isOneOf ? `${term.key}` : `term ${index}`;
    getGroup(groups, name).push(term.isNegated ? not(test) : test);
  }
  const predicates = Array.from(groups.values(), (tests) => combine(tests, 'some'));
  return { isEmpty: groups.size === 0, problems, matches: combine(predicates, 'every') };
}

/** The words of a query, to search for elsewhere, and the query without them. Excluded words stay. */
export function splitFreeText(query: string): { readonly text: string; readonly rest: string } {
  const terms = tokenize(query);
  const words = terms.filter((term) => !term.isNegated && term.value !== '' && isFreeText(term));
  return {
    text: words.map(textOf).join(' '),
    rest: terms
      .filter((term) => !words.includes(term))
      .map(({ from, to }) => query.slice(from, to))
      .join(' '),
  };
}

function getGroup(groups: Map<string, Predicate[]>, name: string): Predicate[] {
  const group = groups.get(name) ?? [];
  groups.set(name, group);
  return group;
}

function not(test: Predicate): Predicate {
  return (exchange, context) => !test(exchange, context);
}

/** Returns a single predicate as it is, to save a function call per exchange. */
function combine(tests: readonly Predicate[], by: 'every' | 'some'): Predicate {
  const [only] = tests;
  if (tests.length === 1 && only) return only;
  return (exchange, context) => tests[by]((test) => test(exchange, context));
}

function parseTerm(term: Term): Predicate | string {
  if (term.isOpen) return 'The closing quote is missing.';
  if (isFreeText(term)) return createTextPredicate(textOf(term));
  const row = findKey(term.key);
  if (row === undefined)
    return `Unknown filter key \`${term.key}:\`. Use ${filterKeys.map(({ key }) => key).join(', ')}. To match it as text, put it in quotes.`;
  return row.parse(term.value);
}

function textOf({ key, value }: Term): string {
  return key === undefined ? value : `${key}:${value}`;
}

/** URLs, and hosts with a port, are free text despite their colon. */
function isFreeText({ key, value }: Term): boolean {
  return key === undefined || /^https?$/.test(key) || (findKey(key) === undefined && /^\d{1,5}(?:[/?#]|$)/.test(value));
}

function findKey(name: string | undefined): FilterKey | undefined {
  return filterKeys.find(({ key }) => key === name);
}

/** Matches what the list shows. Bodies and headers have their own search. */
function createTextPredicate(text: string): Predicate {
  const isIn = createWordMatcher(text);
  return (exchange, { textOf }) => isIn(textOf(exchange));
}
