// What is needed less often: attempts, comparison, other causes, retry code, sources, and the ID for Xero support.

import type { Citation } from '../../../catalogue/citation.ts';
import type { Card } from '../../../core/card/card.ts';
import { isAboutThisResponse } from '../../../core/card/sequence-reason.ts';
import type { Diagnosis } from '../../../core/diagnose/diagnose.ts';
import { hasFailed } from '../../../core/diagnose/outcome.ts';
import type { Exchange } from '../../../core/model/exchange.ts';
import type { Finding as FindingData } from '../../../core/model/finding.ts';
import type { Analysis } from '../../../core/rules/analyze.ts';
import type { LikelyCause } from '../../../core/rules/causes/likely-causes.ts';
import type { Attempts } from '../../../core/session/attempts.ts';
import { clockTime } from '../../../core/text/clock-time.ts';
import { plural } from '../../../core/text/plural.ts';
import { CopyButton } from '../../copy/CopyButton.tsx';
import { usePanelState } from '../../state/state-context.ts';
import { CitationList } from '../../ui/Citation.tsx';
import { Finding } from '../../ui/Finding.tsx';
import { Section } from '../../ui/Section.tsx';
import { FoldedChecks } from './Checks.tsx';
import { RetryClient } from './RetryClient.tsx';

interface FooterProps {
  exchange: Exchange;
  diagnosis: Diagnosis;
  card: Card;
  analysis: Analysis | undefined;
  chain: Attempts | undefined;
}

export function CardFooter({ exchange, diagnosis, card, analysis, chain }: FooterProps) {
  const { docsUrl, title } = diagnosis.row;
  return (
    <footer class="card-footer">
      <AttemptsLink exchange={exchange} chain={chain} findings={analysis?.sequence ?? []} shown={card.why?.sequence} />
      <CompareLink exchange={exchange} analysis={analysis} />
      <OtherCauses causes={card.otherCauses} />
      <FoldedChecks groups={card.checks} />
      <RetryClient exchange={exchange} diagnosis={diagnosis} />
      <Sources citations={card.citations} />
      {diagnosis.correlationId && <CorrelationId id={diagnosis.correlationId} />}
      <a href={docsUrl} target="_blank" rel="noreferrer" aria-label={`Learn more: ${title}`}>
        Learn more
      </a>
    </footer>
  );
}

interface AttemptsProps {
  exchange: Exchange;
  chain: Attempts | undefined;
  findings: readonly FindingData[];
  /** The id of the rule whose finding is the reason. */
  shown: string | undefined;
}

/** The attempts that include the exchange, and the problems with how they were made. */
function AttemptsLink({ exchange, chain, findings, shown }: AttemptsProps) {
  const { openTab } = usePanelState().selection;
  if (chain === undefined && findings.length === 0) return null;
  // Problems with later requests aren't about this one: only the tab shows them.
  const own = findings.filter((each) => each.ruleId !== shown && isAboutThisResponse(each, exchange));
  const problems = new Set(own.map(({ title }) => startInLowerCase(title)));
  const parts = [...(chain ? [`Attempt ${chain.index + 1} of ${chain.exchanges.length}`] : []), ...problems];
  const text = parts.length === 0 ? 'Attempts' : parts.join(', ');
  return (
    <button type="button" class="link" onClick={() => openTab('attempts')}>
      {text.charAt(0).toUpperCase() + text.slice(1)}
    </button>
  );
}

/** Names such as `Retry-After` within the title keep their capitals. */
function startInLowerCase(title: string): string {
  return title.replace(/^[A-Z](?=[a-z ])/, (letter) => letter.toLowerCase());
}

/** Links a failed exchange to its comparison with one that succeeded. */
function CompareLink({ exchange, analysis }: Pick<FooterProps, 'exchange' | 'analysis'>) {
  const { compareWith } = usePanelState().selection;
  const comparable = analysis?.comparable;
  if (!comparable?.hasOtherOutcome || !hasFailed(exchange)) return null;
  const { id, startedMs } = comparable.exchange;
  return (
    <button type="button" class="link" onClick={() => compareWith(id)}>
      Compare with {clockTime(startedMs)}, which worked
    </button>
  );
}

function OtherCauses({ causes }: { causes: readonly LikelyCause[] }) {
  if (causes.length === 0) return null;
  return (
    <Section name="more-causes" isClosed title={plural(causes.length, 'other possible cause')}>
      <div class="other-causes">
        {causes.map((cause) => (
          <Finding key={cause.ruleId} finding={cause} title={`${cause.title}:`} />
        ))}
      </div>
    </Section>
  );
}

function Sources({ citations }: { citations: readonly Citation[] }) {
  return (
    <Section name="sources" isClosed title={`Sources (${citations.length})`} class="citations">
      <CitationList citations={citations} />
    </Section>
  );
}

/** The start of an ID is enough to recognize it. */
const SHOWN_ID_CHARS = 8;

function CorrelationId({ id }: { id: string }) {
  return (
    <span class="copyable" title={id.slice(0, 100)}>
      Correlation ID <code>{id.length > SHOWN_ID_CHARS ? `${id.slice(0, SHOWN_ID_CHARS)}…` : id}</code>{' '}
      <CopyButton name="the correlation ID" value={id} />
    </span>
  );
}
