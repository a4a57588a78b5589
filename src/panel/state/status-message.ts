// What was last done, in a word; it is told for a while.

import { type ReadonlySignal, signal } from '@preact/signals';

export interface SaidState {
  /** Empty after a while. */
  readonly text: ReadonlySignal<string>;
  /** Tells what was done, also to a screen reader. */
  say(text: string): void;
  /** Waits for nothing any more. */
  end(): void;
}

const saidMs = 5_000;

export function createSaidState(): SaidState {
  const text = signal('');
  let silence: ReturnType<typeof setTimeout> | undefined;
  return {
    text,
    say(next) {
      text.value = next;
      clearTimeout(silence);
      silence = setTimeout(() => {
        text.value = '';
      }, saidMs);
    },
    end: () => clearTimeout(silence),
  };
}
