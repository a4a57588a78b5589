// What was last done, in a word; it is told for a while.

import { type ReadonlySignal, signal } from '@preact/signals';

export interface StatusMessageState {
  /** Empty after a while. */
  readonly text: ReadonlySignal<string>;
  /** Tells what was done, also to a screen reader. */
  show(text: string): void;
  /** Waits for nothing any more. */
  end(): void;
}

const visibleMs = 5_000;

export function createStatusMessage(): StatusMessageState {
  const text = signal('');
  let silence: ReturnType<typeof setTimeout> | undefined;
  return {
    text,
    show(next) {
      text.value = next;
      clearTimeout(silence);
      silence = setTimeout(() => {
        text.value = '';
      }, visibleMs);
    },
    end: () => clearTimeout(silence),
  };
}
