// The user's mappings, and the dismissed suggestions.

import { type ReadonlySignal, signal } from '@preact/signals';
import type { PanelHost } from '../host/panel-host.ts';

export interface MappingState {
  /** As typed, one per line. */
  readonly text: ReadonlySignal<string>;
  /** Saves the mappings, which apply to future requests. */
  set(text: string): void;
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
  const text = signal(settings.mappings);
  const dismissed = signal<readonly string[]>(view.dismissedSuggestions.split('\n'));
  return {
    text,
    set(next) {
      if (next === text.value) return;
      text.value = next;
      saveSettings({ mappings: next });
    },
    dismissed,
    dismiss(prefixes) {
      dismissed.value = [...dismissed.value, ...prefixes];
      view.dismissedSuggestions = dismissed.value.join('\n');
    },
  };
}
