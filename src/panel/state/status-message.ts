// The last action in a few words, shown for five seconds.

import { type ReadonlySignal, signal } from '@preact/signals';

export interface StatusMessageState {
  /** Empty after five seconds. */
  readonly text: ReadonlySignal<string>;
  /** Shows a message, and announces it to screen readers. */
  show(text: string): void;
  dispose(): void;
}

const VISIBLE_MS = 5_000;

export function createStatusMessage(): StatusMessageState {
  const text = signal('');
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    text,
    show(next) {
      text.value = next;
      clearTimeout(timer);
      timer = setTimeout(() => {
        text.value = '';
      }, VISIBLE_MS);
    },
    dispose: () => clearTimeout(timer),
  };
}
