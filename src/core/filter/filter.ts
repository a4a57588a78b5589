// A query over the list of exchanges: what it lets through, what is wrong with it and where.

import { diagnoses } from '../../catalogue/diagnoses.ts';
import type { Exchange } from '../exchange.ts';
import { literalPattern } from '../literal-pattern.ts';
import { filterKeys, type Known, type Test } from './filter-keys.ts';
import { type Term, termsOf } from './terms.ts';

export interface Filter {
  /** Nothing was asked for: everything is let through. */
  readonly isEmpty: boolean;
  readonly problems: readonly Problem[];
  /** Terms that cannot be read let everything through, and are told as problems. */
  readonly fits: (exchange: Exchange, known: Known) => boolean;
}

/** In the query: from, and the end of it. */
export interface Problem {
  readonly from: number;
  readonly to: number;
  readonly says: string;
}

/** Never throws. Terms of the same key are alternatives; all others must hold together. */
export function readFilter(query: string): Filter {
  const read = termsOf(query).map((term) => ({ term, test: testOf(term) }));
  const problems = read.flatMap(({ term, test }) =>
    typeof test === 'string' ? [{ from: term.from, to: term.to, says: test }] : [],
  );
  const groups = new Map<string, Test[]>();
  const refused: Test[] = [];
  for (const [index, { term, test }] of read.entries()) {
    if (typeof test === 'string') continue;
    if (term.isNegated) refused.push(test);
    // Free words must all be there; `method:PUT method:POST` is either.
    else group(groups, term.key ?? `word ${index}`).push(test);
  }
  const wanted = [...groups.values()];
  return {
    isEmpty: wanted.length + refused.length === 0,
    problems,
    fits: (exchange, known) =>
      wanted.every((tests) => tests.some((test) => test(exchange, known))) &&
      !refused.some((test) => test(exchange, known)),
  };
}

function group(groups: Map<string, Test[]>, name: string): Test[] {
  const known = groups.get(name) ?? [];
  groups.set(name, known);
  return known;
}

function testOf(term: Term): Test | string {
  if (term.isOpen) return 'The quote is not closed.';
  if (term.key === undefined) return textTest(term.value);
  const row = filterKeys.find(({ key }) => key === term.key);
  // An address may be searched for as it stands.
  if (row === undefined && /^https?$/.test(term.key)) return textTest(`${term.key}:${term.value}`);
  if (row === undefined)
    return `There is no \`${term.key}:\`. Known are ${filterKeys.map(({ key }) => key).join(', ')}.`;
  return row.read(term.value);
}

/** In what the list shows: address, method, operation, status, diagnosis. Bodies and headers have a search of their own. */
function textTest(text: string): Test {
  const literal = literalPattern(text);
  // Texts in lower case would be made anew for each exchange, which takes twice as long.
  const [within, atStart] = [new RegExp(literal, 'iu'), new RegExp(`^${literal}`, 'iu')];
  const titled = new Set(diagnoses.filter(({ title }) => within.test(title)).map(({ id }) => id));
  return (exchange, { diagnosisOf }) => {
    const { request, recognition, response } = exchange;
    return (
      within.test(request.url) ||
      within.test(recognition.operation ?? '') ||
      // A longer word leaves nothing that its beginning did not.
      atStart.test(request.method) ||
      atStart.test(String(response.status)) ||
      // To diagnose takes the longest: only where that could fit.
      (titled.size > 0 && titled.has(diagnosisOf(exchange).id))
    );
  };
}
