// The source of a fact, and what it is based on.

import type { Citation } from '../../catalogue/citation.ts';

/** The basis and the source in full; `about` names the fact where that is not obvious. */
export function CitationLine({ source, about = '' }: { source: Citation; about?: string }) {
  return (
    <>
      <span class={`basis basis-${source.basis}`}>{basisLabels[source.basis]}</span> {about}
      <Where source={source} />
    </>
  );
}

/** Only the basis, for narrow rows; its tooltip names the source, and it links there. */
export function BasisBadge({ source: { basis, title, url, retrieved } }: { source: Citation }) {
  const shown = { class: `basis basis-${basis}`, title: `${title}, read on ${retrieved}` };
  if (url === undefined) return <span {...shown}>{basisLabels[basis]}</span>;
  return (
    <a {...shown} href={url} target="_blank" rel="noreferrer" aria-label={`${basisLabels[basis]}: ${title}`}>
      {basisLabels[basis]}
    </a>
  );
}

/** As shown to the user. */
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
