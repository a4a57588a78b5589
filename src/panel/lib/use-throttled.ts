// Follows a signal that may change at each frame, less often.

import type { ReadonlySignal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';

/** A hook. The signal's value: at once after a pause, and from then on every `intervalMs` at most. */
export function useThrottled<Value>(source: ReadonlySignal<Value>, intervalMs: number): Value {
  const [value, setValue] = useState(() => source.peek());
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let hasChanged = false;
    const onChange = () => {
      hasChanged = timer !== undefined;
      if (hasChanged) return;
      setValue(() => source.peek());
      timer = setTimeout(() => {
        timer = undefined;
        if (hasChanged) onChange();
      }, intervalMs);
    };
    const stop = source.subscribe(onChange);
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [source, intervalMs]);
  return value;
}
