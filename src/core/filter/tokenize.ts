// Splits a query into terms as the browsers' network panels do: words, `key:value`, a minus to negate, quotes around spaces.

export interface Term {
  /** `undefined`: free text. */
  readonly key: string | undefined;
  readonly value: string;
  readonly isNegated: boolean;
  /** The term's position in the query. */
  readonly from: number;
  readonly to: number;
  /** Whether a quote is opened but not closed. */
  readonly isOpen: boolean;
}

/** Never throws; anything else is free text. */
export function tokenize(query: string): Term[] {
  const terms: Term[] = [];
  for (const match of query.matchAll(/(-?)(?:([a-z][a-z-]*):)?(?:"([^"]*)("?)|(\S*))/gi)) {
    const [matched, minus = '', key, quoted, closing, bare = ''] = match;
    if (matched === '' || matched === '-') continue;
    const value = quoted ?? bare;
    terms.push({
      key: key?.toLowerCase(),
      value,
      isNegated: minus === '-',
      from: match.index,
      to: match.index + matched.length,
      isOpen: quoted !== undefined && closing !== '"',
    });
  }
  return terms;
}
