// What keeps calls out of the list, by what is true now; with what can be done at once.

import { useRef } from 'preact/hooks';
import { mappingLines } from '../../core/mappings/mappings.ts';
import type { SeenSuggestion } from '../../core/model/operation-match.ts';
import { type JudgedReason, judgeReasons } from '../../core/troubleshooting/evaluate-reasons.ts';
import type { ListFacts } from '../../core/troubleshooting/facts.ts';
import type { ReasonAction } from '../../core/troubleshooting/reasons.ts';
import type { PanelHost } from '../host/panel-host.ts';
import { count } from '../lib/format.ts';
import { useTicks } from '../lib/use-interval-render.ts';
import { useKeptFocus } from '../lib/use-restore-focus.ts';
import { mapPrefixes, suggestionsIn, wavedAwayCalls } from '../state/mapping-suggestions.ts';
import type { PanelState } from '../state/panel-state.ts';
import { Words } from '../ui/InlineCode.tsx';
import { ToneIcon } from '../ui/icons.tsx';

interface ReasonsProps {
  state: PanelState;
  host: PanelHost;
  /** One below what they stand under. */
  heading: 'h2' | 'h3';
}

export function Reasons({ state, host, heading }: ReasonsProps) {
  // The browser tells of most other calls without a word to the list.
  useTicks(true);
  const suggestions = suggestionsIn(state);
  const part = useRef<HTMLDivElement>(null);
  // A button that has done its work goes.
  useKeptFocus(part, () => part.current);
  const judged = judgeReasons(factsOf(state, host, suggestions));
  const some = (...wanted: JudgedReason['holds'][]) => judged.filter(({ holds }) => wanted.includes(holds));
  const shared = { state, suggestions, heading };
  const [holding, ruledOut] = [some('yes', 'likely'), some('no')];
  return (
    <div class="reasons" role="group" aria-label="Reasons" tabIndex={-1} ref={part}>
      {holding.length > 0 && <Group title="Most likely" reasons={holding} {...shared} />}
      <Group title="Cannot be seen from here" reasons={some('unknown')} {...shared} />
      {ruledOut.length > 0 && (
        <details>
          <summary>Ruled out ({ruledOut.length})</summary>
          <Group title="Ruled out" reasons={ruledOut} {...shared} />
        </details>
      )}
    </div>
  );
}

function factsOf(state: PanelState, { browser }: PanelHost, suggestions: readonly SeenSuggestion[]): ListFacts {
  const { log, heard, filter } = state;
  return {
    browser,
    isCutOff: state.isCutOff.value,
    isRecording: state.isRecording.value,
    page: heard.page,
    heard: heard.calls,
    heardSinceLoad: heard.page?.fromMs === undefined || heard.lastStartedMs >= heard.page.fromMs,
    viaServiceWorker: heard.viaServiceWorker,
    unrecorded: log.totals.unrecorded,
    exchanges: log.exchanges.length,
    shown: filter.shown.value.length,
    direct: log.exchanges.filter(({ recognition, failure }) => recognition.tier === 'host' && failure?.kind === 'cors')
      .length,
    dropped: log.totals.dropped,
    cleared: log.cleared,
    suggestions,
    wavedAway: wavedAwayCalls(state),
    mappings: mappingLines(state.mappings.text.value).length,
  };
}

interface RowProps {
  state: PanelState;
  suggestions: readonly SeenSuggestion[];
}

interface GroupProps extends RowProps {
  title: string;
  reasons: readonly JudgedReason[];
  heading: ReasonsProps['heading'];
}

function Group({ title, reasons, heading: Heading, ...shared }: GroupProps) {
  return (
    <>
      <Heading>{title}</Heading>
      <ul aria-label={title}>
        {reasons.map((reason) => (
          <Row key={reason.id} reason={reason} {...shared} />
        ))}
      </ul>
    </>
  );
}

const tones = { yes: 'error', likely: 'warning', unknown: 'note', no: 'success' } as const;

function Row({ reason, ...shared }: { reason: JudgedReason } & RowProps) {
  const { id, title, holds, fact, advice, action } = reason;
  return (
    <li data-reason={id} data-holds={holds}>
      <ToneIcon tone={tones[holds]} />
      <div>
        <p>
          <strong>{title}.</strong> <span class="subtle">{fact}</span>
        </p>
        {holds !== 'no' && (
          <p>
            <Words text={advice} /> {action && <Action action={action} {...shared} />}
          </p>
        )}
      </div>
    </li>
  );
}

function Action({ action, state, suggestions }: { action: ReasonAction } & RowProps) {
  if (action === 'map' && suggestions.length > 0) {
    return (
      <ul class="suggestions" aria-label="Suggested mappings">
        {suggestions.map((each) => (
          <li key={each.prefix}>
            <code>{each.prefix}</code> <span class="subtle">{evidence(each)}</span>{' '}
            <button type="button" class="button" onClick={() => mapPrefixes(state, [each.prefix])}>
              Map
            </button>
          </li>
        ))}
      </ul>
    );
  }
  const { does, isOffered = () => true, title } = actions[action];
  return isOffered(state) ? (
    <button type="button" class="button" onClick={() => does(state)}>
      {title}
    </button>
  ) : null;
}

interface ActionRow {
  readonly title: string;
  readonly does: (state: PanelState) => void;
  readonly isOffered?: (state: PanelState) => boolean;
}

/** What each action does. One more is one more row. */
const actions: Readonly<Record<ReasonAction, ActionRow>> = {
  record: {
    title: 'Switch recording on',
    does: (state) => state.record(true),
    isOffered: (state) => !state.isRecording.value,
  },
  'clear-filter': { title: 'Show all exchanges', does: (state) => state.filter.set('') },
  'preserve-log': {
    title: 'Preserve log',
    does: (state) => state.preserveLog(true),
    isOffered: (state) => !state.preservesLog.value,
  },
  map: { title: 'Map an address', does: (state) => state.openDialog('settings') },
};

/** Why a prefix is suggested. */
function evidence({ calls, header, operation, certainty }: SeenSuggestion): string {
  const seen = [header && `the header ${header}`, operation && `the path of ${operation}`]
    .filter(Boolean)
    .join(' and ');
  const doubt = certainty === 'possible' ? ', which others may have too' : '';
  return `${count(calls)} ${calls === 1 ? 'call' : 'calls'} with ${seen}${doubt}`;
}
