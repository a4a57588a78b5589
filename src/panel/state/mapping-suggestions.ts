// The suggested mappings that are still open, and what taking one does.

import { readMappings, withMapping } from '../../core/mappings/mappings.ts';
import { openSuggestions } from '../../core/mappings/pending-suggestions.ts';
import type { SeenSuggestion } from '../../core/model/operation-match.ts';
import type { PanelState } from './panel-state.ts';

/** The surest first. Read anew whenever the log is drawn. */
export function suggestionsIn({ heard, mappings, drawn }: PanelState): SeenSuggestion[] {
  drawn.value;
  return openSuggestions(heard.suggestions, readMappings(mappings.text.value), mappings.dismissed.value);
}

/** How many calls fit a suggestion that was waved away and would be open else. */
export function wavedAwayCalls({ heard, mappings }: PanelState): number {
  const waved = mappings.dismissed.value;
  return openSuggestions(heard.suggestions, readMappings(mappings.text.value), [])
    .filter(({ prefix }) => waved.includes(prefix))
    .reduce((sum, { calls }) => sum + calls, 0);
}

/** Maps these prefixes, and says what that means for calls before. */
export function mapPrefixes({ mappings, said }: PanelState, prefixes: readonly string[]): void {
  mappings.set(prefixes.reduce(withMapping, mappings.text.value));
  said.say('Mapped. Calls from now on are explained; those before were never read.');
}
