// A module that is loaded when it is first used, or preloaded once there is time.

import { type ReadonlySignal, signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

export interface LazyModule<Code> {
  /** The module once it is loaded. A component that reads this renders again then. */
  readonly module: ReadonlySignal<Code | 'loading' | 'failed'>;
  /** Starts loading. */
  preload(): void;
  /** A hook that starts loading and returns the value of `module`. */
  use(): Code | 'loading' | 'failed';
}

/** `load` is an `import()`. */
export function lazyModule<Code extends object>(load: () => Promise<Code>): LazyModule<Code> {
  const module = signal<Code | 'loading' | 'failed'>('loading');
  let isRequested = false;
  const preload = () => {
    if (isRequested) return;
    isRequested = true;
    load().then(
      // In its own task: evaluating new code and rendering with it each take long enough.
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
