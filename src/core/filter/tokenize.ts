// Splits a query into terms as the browsers' own network panels do: words, `key:value`, a minus before what is not wanted, quotes around spaces.

export interface Term {
  /** `undefined`: free text. */
  readonly key: string | undefined;
  readonly value: string;
  readonly isNegated: boolean;
  /** Where it stands in the query: from, and the end of it. */
  readonly from: number;
  readonly to: number;
  /** A quote that was opened and not closed. */
  readonly isOpen: boolean;
}

/** Never throws; what makes no sense is free text. */
export function tokenize(query: string): Term[] {
  const terms: Term[] = [];
  for (const match of query.matchAll(/(-?)(?:([a-z][a-z-]*):)?(?:"([^"]*)("?)|(\S*))/gi)) {
    const [whole, minus = '', key, quoted, closing, bare = ''] = match;
    if (whole === '' || whole === '-') continue;
    const value = quoted ?? bare;
    terms.push({
      key: key?.toLowerCase(),
      value,
      isNegated: minus === '-',
      from: match.index,
      to: match.index + whole.length,
      isOpen: quoted !== undefined && closing !== '"',
    });
  }
  return terms;
}
