// The user's mappings, and which suggestions of more were waved away.

import { type ReadonlySignal, signal } from '@preact/signals';
import type { PanelHost } from '../host/panel-host.ts';

export interface MappingState {
  /** As they were typed, one a line. */
  readonly text: ReadonlySignal<string>;
  /** Kept at once; in force for calls from now on. */
  set(text: string): void;
  /** Suggested prefixes that were waved away. */
  readonly dismissed: ReadonlySignal<readonly string[]>;
  dismiss(prefixes: readonly string[]): void;
}

/** `view.dismissed` outlives the panel. */
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
