// In the empty panel, before anything else: requests that look like Xero's behind a proxy, and buttons that map their paths.

import { useRef } from 'preact/hooks';
import { shortenPrefix } from '../../core/mappings/shorten-prefix.ts';
import { plural, pluralWord } from '../../core/text/plural.ts';
import { viewTabId } from '../lib/focus-targets.ts';
import { useRestoreFocus } from '../lib/use-restore-focus.ts';
import { countNotable, getOpenSuggestions, isWorthNotice } from '../state/mapping-suggestions.ts';
import { usePanelState } from '../state/state-context.ts';
import { CloseIcon, ToneIcon } from '../ui/icons.tsx';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { ToolButton } from '../ui/ToolButton.tsx';
import { SuggestedMappings } from './SuggestedMappings.tsx';

export function MappingCard() {
  const state = usePanelState();
  const suggestions = getOpenSuggestions(state);
  const isShown = isWorthNotice(suggestions);
  const count = countNotable(suggestions);
  const summary = `${plural(count, 'request')} ${pluralWord(count, 'looks', 'look')} like Xero’s`;
  const mapped = state.mappings.justMapped.value.map((each) => shortenPrefix(each, state.traffic.page?.url)).join(', ');
  const success = mapped && `Mapped ${mapped}. Make the request again.`;
  const part = useRef<HTMLDivElement>(null);
  // A button is removed once its action is done.
  useRestoreFocus(part, () => part.current?.querySelector('button') ?? document.getElementById(viewTabId('exchanges')));
  return (
    <div ref={part}>
      <div role="status">
        {success && (
          <p class="mapped">
            <ToneIcon tone="success" />
            <span>{success}</span>
          </p>
        )}
      </div>
      <LiveRegion announceKey={isShown ? summary : undefined} getText={() => `${summary}.`} />
      {isShown && (
        <div
          class="mapping-card"
          role="group"
          aria-label="Suggested mapping"
          data-reason="proxy"
          data-holds={suggestions.some(({ certainty }) => certainty === 'certain') ? 'yes' : 'likely'}
        >
          <ToneIcon tone="warning" />
          <div>
            <h2>{summary}</h2>
            <p>Map your proxy’s path to the API, then make the request again.</p>
            <SuggestedMappings suggestions={suggestions} />
          </div>
          <ToolButton
            label="Dismiss the suggestion"
            title="Dismiss"
            onClick={() => {
              state.mappings.dismiss(suggestions.map(({ prefix }) => prefix));
              state.statusMessage.show('Suggestion dismissed.');
            }}
          >
            <CloseIcon />
          </ToolButton>
        </div>
      )}
    </div>
  );
}
