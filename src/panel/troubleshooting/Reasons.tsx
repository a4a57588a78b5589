// The reasons why requests may be missing from the list, by the current state, with actions to fix them.

import { useRef } from 'preact/hooks';
import { trimMappings } from '../../core/mappings/mappings.ts';
import type { TrackedSuggestion } from '../../core/model/operation-match.ts';
import { type EvaluatedReason, evaluateReasons } from '../../core/troubleshooting/evaluate-reasons.ts';
import type { TroubleshootingFacts } from '../../core/troubleshooting/facts.ts';
import { ownFailures } from '../../core/troubleshooting/own-failures.ts';
import type { ReasonAction } from '../../core/troubleshooting/reasons.ts';
import { useTickingRender } from '../lib/use-interval-render.ts';
import { useRestoreFocus } from '../lib/use-restore-focus.ts';
import { dismissedRequestCount, getOpenSuggestions, isWorthNotice } from '../state/mapping-suggestions.ts';
import type { PanelState } from '../state/panel-state.ts';
import { usePanelState } from '../state/state-context.ts';
import { Finding } from '../ui/Finding.tsx';
import { InlineCode } from '../ui/InlineCode.tsx';
import { RecordServer } from './RecordServer.tsx';
import { SuggestedMappings } from './SuggestedMappings.tsx';

interface ReasonsProps {
  /** Suggested mappings are shown above. */
  isBelowMappingCard?: boolean;
  /** One level below the enclosing heading. */
  heading: 'h2' | 'h3';
}

export function TroubleshootingReasons({ heading, isBelowMappingCard = false }: ReasonsProps) {
  const state = usePanelState();
  // Unrelated requests change the facts but don't render the list.
  useTickingRender(true);
  const suggestions = getOpenSuggestions(state);
  const part = useRef<HTMLDivElement>(null);
  // A button is removed once its action is done.
  useRestoreFocus(part, () => part.current);
  const reasons = evaluateReasons(factsOf(state, suggestions)).filter(
    ({ ruleId }) => ruleId !== 'proxy' || !isBelowMappingCard || !isWorthNotice(suggestions),
  );
  const withLikelihood = (...likelihoods: EvaluatedReason['likelihood'][]) =>
    reasons.filter(({ likelihood }) => likelihoods.includes(likelihood));
  const shared = { suggestions, heading };
  const [likely, ruledOut] = [withLikelihood('yes', 'likely'), withLikelihood('no')];
  return (
    <div class="reasons" role="group" aria-label="Reasons" tabIndex={-1} ref={part}>
      {likely.length > 0 && <Group title="Most likely" reasons={likely} {...shared} />}
      <Group title="Can’t be checked automatically" reasons={withLikelihood('unknown')} {...shared} />
      {ruledOut.length > 0 && (
        <details>
          <summary>Ruled out ({ruledOut.length})</summary>
          <List title="Ruled out" reasons={ruledOut} suggestions={suggestions} />
        </details>
      )}
    </div>
  );
}

function factsOf(state: PanelState, suggestions: readonly TrackedSuggestion[]): TroubleshootingFacts {
  const { log, traffic, filter } = state;
  return {
    browser: state.browser,
    isDisconnected: state.isDisconnected.value,
    isRecording: state.isRecording.value,
    page: traffic.page,
    captured: traffic.requestCount,
    capturedSinceLoad: traffic.page?.loadedAtMs === undefined || traffic.lastStartedMs >= traffic.page.loadedAtMs,
    viaServiceWorker: traffic.viaServiceWorker,
    webSockets: traffic.webSockets,
    unrecorded: log.totals.ignoredWhilePaused,
    exchanges: log.exchanges.length,
    shown: filter.filtered.value.length,
    direct: log.exchanges.filter(({ match, failure }) => match.matchedBy === 'host' && failure?.kind === 'cors').length,
    dropped: log.totals.evictedExchanges,
    cleared: log.cleared,
    suggestions,
    dismissed: dismissedRequestCount(state),
    mappings: trimMappings(state.mappings.list.value).length,
    server: state.serverStats,
    showsServer: state.showsServer.value,
    failed: ownFailures(traffic.failed, traffic.page),
  };
}

interface RowProps {
  suggestions: readonly TrackedSuggestion[];
}

interface ListProps extends RowProps {
  title: string;
  reasons: readonly EvaluatedReason[];
}

function Group({ heading: Heading, ...list }: ListProps & Pick<ReasonsProps, 'heading'>) {
  return (
    <>
      <Heading>{list.title}</Heading>
      <List {...list} />
    </>
  );
}

function List({ title, reasons, ...shared }: ListProps) {
  return (
    <ul aria-label={title}>
      {reasons.map((reason) => (
        <Row key={reason.ruleId} reason={reason} {...shared} />
      ))}
    </ul>
  );
}

function Row({ reason, ...shared }: { reason: EvaluatedReason } & RowProps) {
  const { title, likelihood, observed, action } = reason;
  return (
    <Finding
      finding={reason}
      title={`${title}.`}
      observation={
        <span class="subtle">
          <InlineCode text={observed} />.
        </span>
      }
      action={action && <Action action={action} {...shared} />}
      isCollapsed={likelihood === 'no'}
      attributes={{ 'data-holds': likelihood }}
    />
  );
}

function Action({ action, suggestions }: { action: ReasonAction } & RowProps) {
  const state = usePanelState();
  if (action === 'map' && suggestions.length > 0) {
    return <SuggestedMappings suggestions={suggestions} />;
  }
  if (action === 'record-server') return <RecordServer />;
  const { run, isAvailable = () => true, title } = actions[action];
  return isAvailable(state) ? (
    <button type="button" class="button" onClick={() => run(state)}>
      {title}
    </button>
  ) : null;
}

interface ActionRow {
  readonly title: string;
  readonly run: (state: PanelState) => void;
  readonly isAvailable?: (state: PanelState) => boolean;
}

/** What each action does. */
const actions: Readonly<Record<Exclude<ReasonAction, 'record-server'>, ActionRow>> = {
  record: {
    title: 'Start recording',
    run: (state) => state.setRecording(true),
    isAvailable: (state) => !state.isRecording.value,
  },
  'clear-filter': { title: 'Show all requests', run: (state) => state.filter.set('') },
  'preserve-log': {
    title: 'Preserve log',
    run: (state) => state.setPreserveLog(true),
    isAvailable: (state) => !state.preserveLog.value,
  },
  'show-server': {
    title: 'Show server requests',
    run: (state) => state.setShowsServer(true),
    isAvailable: (state) => !state.showsServer.value,
  },
  map: { title: 'Map a path', run: (state) => state.openDialog('settings') },
};
