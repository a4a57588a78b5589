// Code that is not needed for the first picture: fetched when it is first used, or ahead of that once there is time.

import { type ReadonlySignal, signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

export interface LazyCode<Code> {
  /** The code once it is there. Who reads it while drawing is drawn again when it comes. */
  readonly code: ReadonlySignal<Code | 'loading' | 'failed'>;
  /** Begins to load it. */
  fetch(): void;
  /** A hook: begins to load it, and gives what `code` holds. */
  use(): Code | 'loading' | 'failed';
}

/** `load` is an `import()`. */
export function lazyCode<Code extends object>(load: () => Promise<Code>): LazyCode<Code> {
  const code = signal<Code | 'loading' | 'failed'>('loading');
  let isFetched = false;
  const fetch = () => {
    if (isFetched) return;
    isFetched = true;
    load().then(
      // Not in the same task: to run new code for the first time and to draw with it take long enough each.
      (loaded) => {
        setTimeout(() => {
          code.value = loaded;
        });
      },
      (error) => {
        console.error(error);
        code.value = 'failed';
      },
    );
  };
  const use = () => {
    useEffect(fetch, []);
    return code.value;
  };
  return { code, fetch, use };
}
