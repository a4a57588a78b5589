// The prefixes that may map to the API root, each with the requests that suggest it and a button that maps it.

import { shortenPrefix } from '../../core/mappings/shorten-prefix.ts';
import type { TrackedSuggestion } from '../../core/model/operation-match.ts';
import { formatInteger } from '../../core/text/format-number.ts';
import { addMappings } from '../state/mapping-suggestions.ts';
import { usePanelState } from '../state/state-context.ts';

const MAX_SHOWN = 4;

export function SuggestedMappings({ suggestions }: { suggestions: readonly TrackedSuggestion[] }) {
  const state = usePanelState();
  return (
    <ul class="suggestions" aria-label="Suggested mappings">
      {suggestions.map((suggestion) => (
        <li key={suggestion.prefix}>
          <RequestCounts suggestion={suggestion} />
          <p>
            <button
              type="button"
              class={suggestion.certainty === 'possible' ? 'button' : 'button primary'}
              title={suggestion.prefix}
              onClick={() => addMappings(state, [suggestion.prefix])}
            >
              Map {shortenPrefix(suggestion.prefix, state.traffic.page?.url)}
            </button>{' '}
            <span class="subtle">{evidence(suggestion)}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}

function RequestCounts({ suggestion: { requests, requestCount } }: { suggestion: TrackedSuggestion }) {
  const shown = [...requests].sort((a, b) => b.count - a.count).slice(0, MAX_SHOWN);
  const others = requestCount - shown.reduce((sum, { count }) => sum + count, 0);
  return (
    <div class="request-counts">
      {shown.map(({ method, path, count }) => (
        <p key={`${method} ${path}`}>
          <code>
            {method} {path}
          </code>{' '}
          <span class="subtle">{times(count)}</span>
        </p>
      ))}
      {others > 0 && <p class="subtle">and {formatInteger(others)} more</p>}
    </div>
  );
}

function times(count: number): string {
  return count === 1 ? 'once' : `${formatInteger(count)} times`;
}

/** Why a prefix is suggested. */
function evidence({ header, operation, certainty }: TrackedSuggestion): string {
  const shared = [header && `the header ${header}`, operation && `the path of ${operation}`]
    .filter(Boolean)
    .join(' and ');
  return `because of ${shared}${certainty === 'possible' ? ', which other APIs may have too' : ''}`;
}
