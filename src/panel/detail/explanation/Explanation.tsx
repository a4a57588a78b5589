// What the response means, what to do about it, and the sources of that.

import type { Diagnosis } from '../../../core/diagnose/diagnose.ts';
import { messageOrigin } from '../../../core/diagnose/message-author.ts';
import { operationTitle } from '../../../core/match/token-request.ts';
import type { Exchange } from '../../../core/model/exchange.ts';
import type { Finding as FindingData } from '../../../core/model/finding.ts';
import type { Analysis } from '../../../core/rules/analyze.ts';
import { withCause } from '../../../core/rules/causes/with-cause.ts';
import type { Attempts } from '../../../core/session/attempts.ts';
import { truncate } from '../../lib/format.ts';
import { getNotes } from '../../state/analysis.ts';
import { Finding } from '../../ui/Finding.tsx';
import { InlineCode } from '../../ui/InlineCode.tsx';
import { ToneIcon } from '../../ui/icons.tsx';
import { LoadError } from '../../ui/Lazy.tsx';
import { ReferenceLink } from '../../ui/ReferenceLink.tsx';
import { Checks } from './Checks.tsx';
import { Citations } from './Citations.tsx';
import { CompareLink } from './CompareLink.tsx';
import { FieldErrors } from './FieldErrors.tsx';
import { LikelyCauses } from './LikelyCauses.tsx';
import { RetryAdvice } from './RetryAdvice.tsx';
import { RetryClient } from './RetryClient.tsx';
import { RetrySummary } from './RetrySummary.tsx';

interface ExplanationProps {
  exchange: Exchange;
  diagnosis: Diagnosis;
  analysis: Analysis | 'loading' | 'failed';
  chain: Attempts | undefined;
}

export function Explanation({ exchange, diagnosis, analysis, chain }: ExplanationProps) {
  const explained = typeof analysis === 'object' ? withCause(diagnosis, analysis.causes) : diagnosis;
  const { row, evidence, fieldErrors } = explained;
  const notes = getNotes(exchange, diagnosis);
  return (
    <section
      class="explanation"
      aria-label="Explanation"
      aria-busy={exchange.response.body.kind === 'pending'}
      data-diagnosis={diagnosis.id}
    >
      <header class={`headline tone-${row.severity}`}>
        <ToneIcon tone={row.severity} />
        {exchange.response.status > 0 && <span class="badge">{exchange.response.status}</span>}
        <h1>{row.title}</h1>
        <span class="subtle operation-name">
          {exchange.match.operation ? (
            <ReferenceLink to={`operation/${exchange.match.operation}`}>{exchange.match.operation}</ReferenceLink>
          ) : (
            operationTitle(exchange)
          )}
        </span>
      </header>
      <Notes notes={notes.filter(({ ruleId }) => isAboutNested(ruleId))} label="Response inside" />
      <p>
        <InlineCode text={row.meaning} />
      </p>
      <p class="fix">
        <InlineCode text={row.fix} />{' '}
        <a href={row.docsUrl} target="_blank" rel="noreferrer" aria-label={`Learn more: ${row.title}`}>
          Learn more
        </a>
      </p>
      {evidence.message !== undefined && row.severity !== 'success' && (
        <p class="said">
          <span class="label">{messageOrigin(exchange, evidence)} says</span> <q>{truncate(evidence.message, 500)}</q>
        </p>
      )}
      <RetrySummary chain={chain} findings={typeof analysis === 'object' ? analysis.sequence : []} />
      {typeof analysis === 'object' && <LikelyCauses causes={analysis.causes} />}
      {typeof analysis === 'object' && <CompareLink exchange={exchange} comparable={analysis.comparable} />}
      <RetryAdvice exchange={exchange} diagnosis={explained} attempts={chain} />
      <RetryClient exchange={exchange} diagnosis={diagnosis} />
      {fieldErrors.length > 0 && <FieldErrors errors={fieldErrors} />}
      {typeof analysis === 'object' && <Checks analysis={analysis} />}
      {analysis === 'failed' && <LoadError name="the checks" />}
      <Notes notes={notes.filter(({ ruleId }) => !isAboutNested(ruleId))} label="Notes" />
      <Citations exchange={exchange} diagnosis={explained} />
    </section>
  );
}

/** The rest of the explanation is about the response that these notes name. */
function isAboutNested(ruleId: string): boolean {
  return ruleId === 'status-rewritten' || ruleId === 'response-unreadable';
}

function Notes({ notes, label }: { notes: readonly FindingData[]; label: string }) {
  if (notes.length === 0) return null;
  return (
    <ul class="remarks" aria-label={label}>
      {notes.map((note) => (
        <Finding key={note.ruleId} finding={note} title={null} isCollapsed />
      ))}
    </ul>
  );
}
