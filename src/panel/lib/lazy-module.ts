// Code that is not needed for the first picture: fetched when it is first used, or ahead of that once there is time.

import { type ReadonlySignal, signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

export interface LazyModule<Code> {
  /** The code once it is there. Who reads it while drawing is drawn again when it comes. */
  readonly module: ReadonlySignal<Code | 'loading' | 'failed'>;
  /** Begins to load it. */
  preload(): void;
  /** A hook: begins to load it, and gives what `code` holds. */
  use(): Code | 'loading' | 'failed';
}

/** `load` is an `import()`. */
export function lazyModule<Code extends object>(load: () => Promise<Code>): LazyModule<Code> {
  const module = signal<Code | 'loading' | 'failed'>('loading');
  let isFetched = false;
  const preload = () => {
    if (isFetched) return;
    isFetched = true;
    load().then(
      // Not in the same task: to run new code for the first time and to draw with it take long enough each.
      (loaded) => {
        setTimeout(() => {
          module.value = loaded;
        });
      },
      (error) => {
        console.error(error);
        module.value = 'failed';
      },
    );
  };
  const use = () => {
    useEffect(preload, []);
    return module.value;
  };
  return { module, preload, use };
}
