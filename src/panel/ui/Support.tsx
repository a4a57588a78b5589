// How certain a statement is, and what it is based on.

import type { Citation } from '../../catalogue/citation.ts';
import type { Certainty } from '../../core/model/certainty.ts';
import { basisLabels } from './Citation.tsx';

interface SupportProps {
  /** Omitted for what is true of every such response. */
  certainty?: Certainty | undefined;
  citation?: Citation | undefined;
}

/** The tooltip names the source, and the basis links there. */
export function Support({ certainty, citation }: SupportProps) {
  return (
    <span class="support" title={citation && `${citation.title}, retrieved ${citation.retrieved}`}>
      {certainty}
      {certainty && citation && ' · '}
      {citation && <Basis citation={citation} />}
    </span>
  );
}

function Basis({ citation: { basis, title, url } }: { citation: Citation }) {
  const label = basisLabels[basis].toLowerCase();
  if (url === undefined) return <>{label}</>;
  return (
    <a href={url} target="_blank" rel="noreferrer" aria-label={`${label}: ${title}`}>
      {label}
    </a>
  );
}
