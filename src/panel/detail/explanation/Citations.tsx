// Where an explanation is known from, how far it can be trusted, and what to quote to Xero.

import type { Diagnosis } from '../../../core/diagnose/diagnose.ts';
import type { Exchange } from '../../../core/model/exchange.ts';
import { retryAdvice } from '../../../core/retry/retry-advice.ts';
import { CitationLine } from '../../ui/Citation.tsx';

export function Citations({ exchange, diagnosis }: { exchange: Exchange; diagnosis: Diagnosis }) {
  const { row, correlationId } = diagnosis;
  const { sources } = retryAdvice(exchange, diagnosis, exchange.startedMs);
  const ofAdvice = sources.filter((source) => row.sources.every(({ title }) => title !== source.title));
  return (
    <footer class="sources">
      {correlationId && (
        <p>
          <span class="label">Correlation id</span> <code>{correlationId.slice(0, 100)}</code>
        </p>
      )}
      <ul aria-label="Sources">
        {row.sources.map((source) => (
          <li key={source.title}>
            <CitationLine source={source} />
          </li>
        ))}
        {ofAdvice.map((source) => (
          <li key={source.title}>
            <CitationLine source={source} about="Retry advice: " />
          </li>
        ))}
      </ul>
    </footer>
  );
}
