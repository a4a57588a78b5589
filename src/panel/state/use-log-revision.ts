// Renders what is computed from the whole log, less often while a long one is changing.

import type { ReadonlySignal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import type { ExchangeLog } from '../../core/model/exchange-log.ts';

/** A log, and a signal that changes with it. */
interface WatchedLog {
  readonly log: Pick<ExchangeLog, 'exchanges'>;
  readonly revision: ReadonlySignal<number>;
}

/** A hook that returns the log's revision: immediately, or four times a second if the log is long. */
export function useLogRevision({ log, revision: source }: WatchedLog): number {
  const [revision, setRevision] = useState(() => source.peek());
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let hasChanged = false;
    const onChange = () => {
      hasChanged = timer !== undefined;
      if (hasChanged) return;
      setRevision(source.peek());
      // What appears later than its row moves the list under the pointer.
      if (log.exchanges.length < LONG_LOG) return;
      timer = setTimeout(() => {
        timer = undefined;
        if (hasChanged) onChange();
      }, INTERVAL_MS);
    };
    const stop = source.subscribe(onChange);
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [source, log]);
  return revision;
}

/** Computing takes milliseconds at each frame from here on. */
const LONG_LOG = 500;
const INTERVAL_MS = 250;
