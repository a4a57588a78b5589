// The explanation of the selected exchange: what happened, why, the fix, and whether to retry.

import { type Card, composeCard } from '../../../core/card/card.ts';
import type { Diagnosis } from '../../../core/diagnose/diagnose.ts';
import { operationTitle } from '../../../core/match/token-request.ts';
import type { Exchange } from '../../../core/model/exchange.ts';
import type { Finding as FindingData } from '../../../core/model/finding.ts';
import type { Analysis } from '../../../core/rules/analyze.ts';
import type { Attempts } from '../../../core/session/attempts.ts';
import { CopyButton } from '../../copy/CopyButton.tsx';
import { truncate } from '../../lib/format.ts';
import { getNotes } from '../../state/analysis.ts';
import { usePanelState } from '../../state/state-context.ts';
import { Finding } from '../../ui/Finding.tsx';
import { InlineCode } from '../../ui/InlineCode.tsx';
import { ToneIcon } from '../../ui/icons.tsx';
import { LoadError } from '../../ui/Lazy.tsx';
import { ReferenceLink } from '../../ui/ReferenceLink.tsx';
import { CardFooter } from './CardFooter.tsx';
import { Checks } from './Checks.tsx';
import { FieldErrors } from './FieldErrors.tsx';
import { MadeByServer } from './MadeByServer.tsx';
import { RetryAdvice } from './RetryAdvice.tsx';
import { SentOn } from './SentOn.tsx';
import { WhatText } from './WhatText.tsx';
import { WhyText } from './WhyText.tsx';

interface ExplanationProps {
  exchange: Exchange;
  diagnosis: Diagnosis;
  analysis: Analysis | 'loading' | 'failed';
  chain: Attempts | undefined;
}

export function Explanation({ exchange, diagnosis, analysis, chain }: ExplanationProps) {
  const { log } = usePanelState();
  const analyzed = typeof analysis === 'object' ? analysis : undefined;
  const card = composeCard(exchange, diagnosis, analyzed, {
    log,
    attempts: chain,
    notes: getNotes(exchange, diagnosis),
  });
  return (
    <section
      class="explanation"
      aria-label="Explanation"
      aria-busy={exchange.response.body.kind === 'pending' || analysis === 'loading'}
      data-diagnosis={diagnosis.id}
    >
      <Headline exchange={exchange} card={card} />
      {exchange.forwarded && <SentOn exchange={exchange} forwarded={exchange.forwarded} />}
      {exchange.server && <MadeByServer exchange={exchange} server={exchange.server} />}
      <dl class="card">
        <dt>What</dt>
        <dd>
          <WhatText what={card.what} />
        </dd>
        {card.why && (
          <>
            <dt>Why</dt>
            <dd>
              <WhyText why={card.why} fields={card.fields} exchange={exchange.id} />
            </dd>
          </>
        )}
        {card.fix.sentences.length > 0 && (
          <>
            <dt>Fix</dt>
            <dd>
              <FixText fix={card.fix} />
            </dd>
          </>
        )}
        <dt>Retry</dt>
        <dd>
          <RetryAdvice exchange={exchange} diagnosis={diagnosis} attempts={chain} />
        </dd>
      </dl>
      {card.fields.length > 0 && <FieldErrors errors={card.fields} areExplained={card.areFieldsExplained} />}
      {card.checks.length > 0 && <Checks groups={card.checks} />}
      {analysis === 'failed' && <LoadError name="the checks" />}
      {card.notes.length > 0 && <Notes notes={card.notes} />}
      <CardFooter exchange={exchange} diagnosis={diagnosis} card={card} analysis={analyzed} chain={chain} />
    </section>
  );
}

function Headline({ exchange, card: { tone, title } }: { exchange: Exchange; card: Card }) {
  const { match, response } = exchange;
  return (
    <header class={`headline tone-${tone}`}>
      <ToneIcon tone={tone} />
      {response.status > 0 && <span class="badge">{response.status}</span>}
      <h1>{title}</h1>
      <span class="subtle operation-name">
        {match.operation ? (
          <ReferenceLink to={`operation/${match.operation}`}>{match.operation}</ReferenceLink>
        ) : (
          operationTitle(exchange)
        )}
      </span>
    </header>
  );
}

function FixText({ fix: { sentences, tenantToSend } }: { fix: Card['fix'] }) {
  return (
    <p>
      <InlineCode text={sentences.join(' ')} />
      {tenantToSend !== undefined && (
        <>
          {' '}
          <span class="copyable">
            <code>{truncate(tenantToSend, 100)}</code> <CopyButton name="tenant ID" value={tenantToSend} />
          </span>
        </>
      )}
    </p>
  );
}

function Notes({ notes }: { notes: readonly FindingData[] }) {
  return (
    <ul class="remarks" aria-label="Notes">
      {notes.map((note) => (
        <Finding key={note.ruleId} finding={note} title={null} isCollapsed />
      ))}
    </ul>
  );
}
