// Where an explanation is known from, how far it can be trusted, and what to quote to Xero.

import type { Source } from '../catalogue/source.ts';
import type { Diagnosis } from '../core/diagnose.ts';
import type { Exchange } from '../core/exchange.ts';
import { retryAdvice } from '../core/retry-advice.ts';

export function Sources({ exchange, diagnosis }: { exchange: Exchange; diagnosis: Diagnosis }) {
  const { row, correlationId } = diagnosis;
  const { sources } = retryAdvice(exchange, diagnosis, exchange.startedMs);
  const ofAdvice = sources.filter((source) => row.sources.every(({ where }) => where !== source.where));
  return (
    <footer class="sources">
      {correlationId && (
        <p>
          <span class="label">Correlation id</span> <code>{correlationId.slice(0, 100)}</code>
        </p>
      )}
      <ul aria-label="Sources">
        {row.sources.map((source) => (
          <Item key={source.where} source={source} />
        ))}
        {ofAdvice.map((source) => (
          <Item key={source.where} source={source} about="Retry advice: " />
        ))}
      </ul>
    </footer>
  );
}

function Item({ source, about = '' }: { source: Source; about?: string }) {
  return (
    <li>
      <span class={`basis basis-${source.basis}`}>{bases[source.basis]}</span> {about}
      <Where source={source} />
    </li>
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
