// Shows where a fact is known from, and how far to trust it.

import type { Citation } from '../../catalogue/citation.ts';

/** The basis and the source in full; `about` names the fact where that is not obvious. */
export function CitationLine({ citation, about = '' }: { citation: Citation; about?: string }) {
  return (
    <>
      <span class={`basis basis-${citation.basis}`}>{basisLabels[citation.basis]}</span> {about}
      <Where citation={citation} />
    </>
  );
}

/** The sources of an explanation or an entry. */
export function CitationList({ citations }: { citations: readonly Citation[] }) {
  return (
    <ul aria-label="Sources">
      {citations.map((citation) => (
        <li key={citation.title}>
          <CitationLine citation={citation} />
        </li>
      ))}
    </ul>
  );
}

/** Only the basis, for narrow rows; its tooltip names the source, and it links there. */
export function BasisBadge({ citation: { basis, title, url, retrieved } }: { citation: Citation }) {
  const shown = { class: `basis basis-${basis}`, title: `${title}, retrieved ${retrieved}` };
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

function Where({ citation: { title, url, retrieved } }: { citation: Citation }) {
  if (url === undefined) return <>{title}</>;
  return (
    <a href={url} target="_blank" rel="noreferrer" title={`Retrieved ${retrieved}`}>
      {title}
    </a>
  );
}
