// The sources of an explanation with their basis, and the correlation id.

import type { Diagnosis } from '../../../core/diagnose/diagnose.ts';
import type { Exchange } from '../../../core/model/exchange.ts';
import { retryAdvice } from '../../../core/retry/retry-advice.ts';
import { CitationLine } from '../../ui/Citation.tsx';

export function Citations({ exchange, diagnosis }: { exchange: Exchange; diagnosis: Diagnosis }) {
  const { row, correlationId } = diagnosis;
  const { citations } = retryAdvice(exchange, diagnosis, exchange.startedMs);
  const adviceCitations = citations.filter((citation) => row.citations.every(({ title }) => title !== citation.title));
  return (
    <footer class="citations">
      {correlationId && (
        <p>
          <span class="label">Correlation ID</span> <code>{correlationId.slice(0, 100)}</code>
        </p>
      )}
      <ul aria-label="Sources">
        {row.citations.map((citation) => (
          <li key={citation.title}>
            <CitationLine citation={citation} />
          </li>
        ))}
        {adviceCitations.map((citation) => (
          <li key={citation.title}>
            <CitationLine citation={citation} about="Retry advice: " />
          </li>
        ))}
      </ul>
    </footer>
  );
}
