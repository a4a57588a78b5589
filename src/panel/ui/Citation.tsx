// Where a fact is known from, and how far it can be trusted.

import type { Source } from '../../catalogue/citation.ts';

/** The basis and the place in full; `about` says what of, where that is not plain. */
export function SourceLine({ source, about = '' }: { source: Source; about?: string }) {
  return (
    <>
      <span class={`basis basis-${source.basis}`}>{basisNames[source.basis]}</span> {about}
      <Where source={source} />
    </>
  );
}

/** The basis alone, for rows that have little room: the place is in its tool tip, and it leads there. */
export function BasisChip({ source: { basis, where, url, read } }: { source: Source }) {
  const shown = { class: `basis basis-${basis}`, title: `${where}, read on ${read}` };
  if (url === undefined) return <span {...shown}>{basisNames[basis]}</span>;
  return (
    <a {...shown} href={url} target="_blank" rel="noreferrer" aria-label={`${basisNames[basis]}: ${where}`}>
      {basisNames[basis]}
    </a>
  );
}

/** As people are told of them. */
export const basisNames: Record<Source['basis'], string> = {
  documented: 'Documented',
  recorded: 'Recorded',
  secondary: 'Reported',
  inferred: 'Inferred',
};

function Where({ source: { where, url, read } }: { source: Source }) {
  if (url === undefined) return <>{where}</>;
  return (
    <a href={url} target="_blank" rel="noreferrer" title={`Read on ${read}`}>
      {where}
    </a>
  );
}
