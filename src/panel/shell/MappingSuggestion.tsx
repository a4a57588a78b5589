// Names requests that look like Xero requests behind a proxy, at the foot of the panel, with a button that maps them.

import { plural, pluralWord } from '../../core/text/plural.ts';
import { focusList } from '../lib/focus.ts';
import { addMappings, countNotable, getOpenSuggestions } from '../state/mapping-suggestions.ts';
import { usePanelState } from '../state/state-context.ts';
import { CloseIcon } from '../ui/icons.tsx';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { ToolButton } from '../ui/ToolButton.tsx';

/** Leaves out merely possible suggestions, which the troubleshooting list shows. */
export function MappingSuggestion() {
  const state = usePanelState();
  const open = getOpenSuggestions(state).filter(({ certainty }) => certainty !== 'possible');
  if (open.length === 0) return null;
  const requests = countNotable(open);
  const summary = `${plural(requests, 'request')} ${pluralWord(requests, 'looks', 'look')} like Xero requests behind a proxy`;
  const prefixes = open.map(({ prefix }) => prefix);
  const map = () => {
    addMappings(state, prefixes);
    focusList();
  };
  const dismiss = () => {
    state.mappings.dismiss(prefixes);
    state.statusMessage.show('Suggestion dismissed.');
    focusList();
  };
  return (
    <div class="suggestion" role="group" aria-label="Suggested mapping">
      <span>{summary}:</span>
      <LiveRegion announceKey={[...prefixes].sort().join('\n')} getText={() => `${summary}.`} />
      <button type="button" class="link" title={prefixes.join('\n')} onClick={map}>
        map {pluralWord(requests, 'it', 'them')}
      </button>
      <ToolButton label="Dismiss the suggestion" title="Dismiss" onClick={dismiss}>
        <CloseIcon />
      </ToolButton>
    </div>
  );
}
