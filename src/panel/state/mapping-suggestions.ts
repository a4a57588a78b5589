// The suggested mappings that are still open, and what taking one does.

import { addMapping, parseMappings } from '../../core/mappings/mappings.ts';
import { openSuggestions } from '../../core/mappings/pending-suggestions.ts';
import type { TrackedSuggestion } from '../../core/model/operation-match.ts';
import type { PanelState } from './panel-state.ts';

/** The surest first. Read anew whenever the log is drawn. */
export function getOpenSuggestions({ heard, mappings, revision }: PanelState): TrackedSuggestion[] {
  revision.value;
  return openSuggestions(heard.suggestions, parseMappings(mappings.text.value), mappings.dismissed.value);
}

/** How many calls fit a suggestion that was waved away and would be open else. */
export function dismissedCallCount({ heard, mappings }: PanelState): number {
  const waved = mappings.dismissed.value;
  return openSuggestions(heard.suggestions, parseMappings(mappings.text.value), [])
    .filter(({ prefix }) => waved.includes(prefix))
    .reduce((sum, { calls }) => sum + calls, 0);
}

/** Maps these prefixes, and says what that means for calls before. */
export function addMappings({ mappings, statusMessage }: PanelState, prefixes: readonly string[]): void {
  mappings.set(prefixes.reduce(addMapping, mappings.text.value));
  statusMessage.show('Mapped. Calls from now on are explained; those before were never read.');
}
