// Where an explanation is known from, how far it can be trusted, and what to quote to Xero.

import type { Source } from '../catalogue/source.ts';
import type { Diagnosis } from '../core/diagnose.ts';

export function Sources({ diagnosis: { row, correlationId } }: { diagnosis: Diagnosis }) {
  const seen = new Set<string>();
  const sources = [...row.sources, row.retry.source].filter(({ where }) => !seen.has(where) && seen.add(where));
  return (
    <footer class="sources">
      {correlationId && (
        <p>
          <span class="label">Correlation id</span> <code>{correlationId.slice(0, 100)}</code>
        </p>
      )}
      <ul aria-label="Sources">
        {sources.map((source) => (
          <li key={source.where}>
            <span class={`basis basis-${source.basis}`}>{bases[source.basis]}</span> <Where source={source} />
          </li>
        ))}
      </ul>
    </footer>
  );
}

const bases: Record<Source['basis'], string> = {
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
