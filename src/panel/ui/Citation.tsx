// Where a fact is known from, and how far it can be trusted.

import type { Citation } from '../../catalogue/citation.ts';

/** The basis and the place in full; `about` says what of, where that is not plain. */
export function CitationLine({ source, about = '' }: { source: Citation; about?: string }) {
  return (
    <>
      <span class={`basis basis-${source.basis}`}>{basisLabels[source.basis]}</span> {about}
      <Where source={source} />
    </>
  );
}

/** The basis alone, for rows that have little room: the place is in its tool tip, and it leads there. */
export function BasisBadge({ source: { basis, title, url, retrieved } }: { source: Citation }) {
  const shown = { class: `basis basis-${basis}`, title: `${title}, read on ${retrieved}` };
  if (url === undefined) return <span {...shown}>{basisLabels[basis]}</span>;
  return (
    <a {...shown} href={url} target="_blank" rel="noreferrer" aria-label={`${basisLabels[basis]}: ${title}`}>
      {basisLabels[basis]}
    </a>
  );
}

/** As people are told of them. */
export const basisLabels: Record<Citation['basis'], string> = {
  documented: 'Documented',
  recorded: 'Recorded',
  secondary: 'Reported',
  inferred: 'Inferred',
};

function Where({ source: { title, url, retrieved } }: { source: Citation }) {
  if (url === undefined) return <>{title}</>;
  return (
    <a href={url} target="_blank" rel="noreferrer" title={`Read on ${retrieved}`}>
      {title}
    </a>
  );
}
