// Suggested mappings that are neither applied nor dismissed.

import { addMapping, parseMappings } from '../../core/mappings/mappings.ts';
import { openSuggestions } from '../../core/mappings/pending-suggestions.ts';
import type { TrackedSuggestion } from '../../core/model/operation-match.ts';
import type { PanelState } from './panel-state.ts';

/** Most certain first. Depends on the revision of the log. */
export function getOpenSuggestions({ traffic, mappings, revision }: PanelState): TrackedSuggestion[] {
  revision.value;
  return openSuggestions(traffic.suggestions, parseMappings(mappings.list.value), mappings.dismissed.value);
}

/** Number of requests that match a dismissed suggestion. */
export function dismissedCallCount({ traffic, mappings }: PanelState): number {
  const dismissed = mappings.dismissed.value;
  return openSuggestions(traffic.suggestions, parseMappings(mappings.list.value), [])
    .filter(({ prefix }) => dismissed.includes(prefix))
    .reduce((sum, { requestCount }) => sum + requestCount, 0);
}

/** Adds the prefixes to the mappings, and explains that earlier requests stay unrecognized. */
export function addMappings({ mappings, statusMessage }: PanelState, prefixes: readonly string[]): void {
  mappings.set(prefixes.reduce(addMapping, mappings.list.value));
  statusMessage.show('Mapped. Calls from now on are explained; those before were never read.');
}
