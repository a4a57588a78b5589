// A query over the list of exchanges: what it lets through, what is wrong with it and where.

import { type FilterKey, filterKeys, type Predicate } from './filter-keys.ts';
import { createWordMatcher } from './searchable-text.ts';
import { type Term, tokenize } from './tokenize.ts';

export interface Filter {
  /** Nothing was asked for: everything is let through. */
  readonly isEmpty: boolean;
  readonly problems: readonly Problem[];
  /** Terms that cannot be read let everything through, and are told as problems. */
  readonly matches: Predicate;
}

/** In the query: from, and the end of it. */
export interface Problem {
  readonly from: number;
  readonly to: number;
  readonly message: string;
}

/** Never throws. Terms of a key that a call has one of are alternatives; all others must hold together. */
export function parseFilter(query: string): Filter {
  const read = tokenize(query).map((term) => ({ term, test: parseTerm(term) }));
  const problems = read.flatMap(({ term, test }) =>
    typeof test === 'string' ? [{ from: term.from, to: term.to, message: test }] : [],
  );
  const groups = new Map<string, Predicate[]>();
  for (const [index, { term, test }] of read.entries()) {
    if (typeof test === 'string') continue;
    // Free words must all be there; `method:PUT method:POST` is either.
    const isOneOf = !term.isNegated && findKey(term.key)?.isExclusive;
    const name = isOneOf ? `${term.key}` : `term ${index}`;
    getGroup(groups, name).push(term.isNegated ? not(test) : test);
  }
  const wanted = Array.from(groups.values(), (tests) => combine(tests, 'some'));
  return { isEmpty: groups.size === 0, problems, matches: combine(wanted, 'every') };
}

function getGroup(groups: Map<string, Predicate[]>, name: string): Predicate[] {
  const known = groups.get(name) ?? [];
  groups.set(name, known);
  return known;
}

function not(test: Predicate): Predicate {
  return (exchange, known) => !test(exchange, known);
}

/** Most filters are one term, and the fewer calls it takes to ask it of a long list the better. */
function combine(tests: readonly Predicate[], by: 'every' | 'some'): Predicate {
  const [only] = tests;
  if (tests.length === 1 && only) return only;
  return (exchange, known) => tests[by]((test) => test(exchange, known));
}

function parseTerm(term: Term): Predicate | string {
  if (term.isOpen) return 'The quote is not closed.';
  if (isFreeText(term)) return createTextPredicate(term.key === undefined ? term.value : `${term.key}:${term.value}`);
  const row = findKey(term.key);
  if (row === undefined)
    return `There is no \`${term.key}:\`. Known are ${filterKeys.map(({ key }) => key).join(', ')}; in quotes it is a text.`;
  return row.parse(term.value);
}

/** An address may be searched for as it stands, and so may a host with its port. */
function isFreeText({ key, value }: Term): boolean {
  return key === undefined || /^https?$/.test(key) || (findKey(key) === undefined && /^\d{1,5}(?:[/?#]|$)/.test(value));
}

function findKey(wanted: string | undefined): FilterKey | undefined {
  return filterKeys.find(({ key }) => key === wanted);
}

/** In what the list shows. Bodies and headers have a search of their own. */
function createTextPredicate(text: string): Predicate {
  const isIn = createWordMatcher(text);
  return (exchange, { textOf }) => isIn(textOf(exchange));
}
