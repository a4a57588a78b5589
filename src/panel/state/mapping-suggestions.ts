// Suggested mappings that are neither applied nor dismissed.

import { addMapping, parseMappings } from '../../core/mappings/mappings.ts';
import { openSuggestions } from '../../core/mappings/pending-suggestions.ts';
import { shortenPrefix } from '../../core/mappings/shorten-prefix.ts';
import type { TrackedSuggestion } from '../../core/model/operation-match.ts';
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

/** Announced wherever the focus is. */
export function isWorthNotice(suggestions: readonly TrackedSuggestion[]): boolean {
  return countNotable(suggestions) > 0;
}

/** The number of requests that are probably Xero's. */
export function countNotable(suggestions: readonly TrackedSuggestion[]): number {
  return suggestions.reduce((sum, each) => sum + (each.certainty === 'possible' ? 0 : each.requestCount), 0);
}

/** Adds the prefixes to the mappings. */
export function addMappings(state: PanelState, prefixes: readonly string[]): void {
  const before = state.mappings.list.value;
  state.mappings.set(prefixes.reduce(addMapping, before));
  announceNewMappings(state, before);
}

/** Asks the user to repeat the request if a mapping is new: earlier requests stay unrecognized. `before`: the mappings as typed. */
export function announceNewMappings(
  { log, mappings, statusMessage, traffic }: PanelState,
  before: readonly string[],
): void {
  const known = parseMappings(before);
  const added = parseMappings(mappings.list.value).filter((each) => !known.includes(each));
  if (added.length === 0) return;
  if (log.exchanges.length === 0) {
    // The empty panel shows the message in place of the list.
    mappings.justMapped.value = added;
    return;
  }
  const what = added.length === 1 ? shortenPrefix(String(added[0]), traffic.page?.url) : `${added.length} URLs`;
  statusMessage.show(`Mapped ${what}. Make the request again.`);
}
