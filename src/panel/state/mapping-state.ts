// The user's mappings, and the dismissed suggestions.

import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { PanelHost } from '../host/panel-host.ts';

export interface MappingState {
  /** As typed. */
  readonly list: ReadonlySignal<readonly string[]>;
  /** Saves the mappings, which apply to future requests. */
  set(mappings: readonly string[]): void;
  /** Prefixes mapped while the list was empty. The empty list asks the user to make the request again until one is listed. */
  readonly justMapped: Signal<readonly string[]>;
  /** Dismissed prefixes. */
  readonly dismissed: ReadonlySignal<readonly string[]>;
  dismiss(prefixes: readonly string[]): void;
}

/** `view` outlives the panel's page. */
export function createMappingState({
  settings,
  view,
  saveSettings,
}: Pick<PanelHost, 'settings' | 'view' | 'saveSettings'>): MappingState {
  const list = signal(settings.mappings);
  const dismissed = signal<readonly string[]>([...view.dismissedSuggestions]);
  return {
    list,
    set(next) {
      // The settings dialog saves whenever it closes.
      if (JSON.stringify(next) === JSON.stringify(list.value)) return;
      list.value = next;
      saveSettings({ mappings: next });
    },
    justMapped: signal([]),
    dismissed,
    dismiss(prefixes) {
      dismissed.value = [...dismissed.value, ...prefixes];
      view.dismissedSuggestions.push(...prefixes);
    },
  };
}
