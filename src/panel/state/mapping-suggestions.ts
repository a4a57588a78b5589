// Suggested mappings that are neither applied nor dismissed.

import { addMapping, parseMappings } from '../../core/mappings/mappings.ts';
import { openSuggestions } from '../../core/mappings/pending-suggestions.ts';
import type { TrackedSuggestion } from '../../core/model/operation-match.ts';
import { truncate } from '../lib/format.ts';
import type { PanelState } from './panel-state.ts';

/** Most certain first. Depends on the revision of the log. */
export function getOpenSuggestions({ traffic, mappings, revision }: PanelState): TrackedSuggestion[] {
  revision.value;
  return openSuggestions(traffic.suggestions, parseMappings(mappings.list.value), mappings.dismissed.value);
}

/** Number of requests that match a dismissed suggestion. */
export function dismissedRequestCount({ traffic, mappings }: PanelState): number {
  const dismissed = mappings.dismissed.value;
  return openSuggestions(traffic.suggestions, parseMappings(mappings.list.value), [])
    .filter(({ prefix }) => dismissed.includes(prefix))
    .reduce((sum, { requestCount }) => sum + requestCount, 0);
}

/** Adds the prefixes to the mappings, and asks for the request again: earlier ones stay unrecognized. */
export function addMappings({ mappings, statusMessage }: PanelState, prefixes: readonly string[]): void {
  mappings.set(prefixes.reduce(addMapping, mappings.list.value));
  const what = prefixes.length === 1 ? truncate(String(prefixes[0]), 60) : `${prefixes.length} addresses`;
  statusMessage.show(`Mapped ${what}. Make the request again.`);
}
