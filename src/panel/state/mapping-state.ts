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
  keep,
}: Pick<PanelHost, 'settings' | 'view' | 'keep'>): MappingState {
  const text = signal(settings.mappings);
  const dismissed = signal<readonly string[]>(view.dismissed.split('\n'));
  return {
    text,
    set(next) {
      if (next === text.value) return;
      text.value = next;
      keep({ mappings: next });
    },
    dismissed,
    dismiss(prefixes) {
      dismissed.value = [...dismissed.value, ...prefixes];
      view.dismissed = dismissed.value.join('\n');
    },
  };
}
