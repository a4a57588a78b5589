// Announces a result to screen readers after a pause, so that text that keeps changing is announced once.

import { useEffect, useRef, useState } from 'preact/hooks';

interface LiveRegionProps {
  /** Announces again whenever this changes. `undefined`: there is no result yet. */
  announceKey: string | undefined;
  /** Called after the pause. */
  getText: () => string;
}

const DELAY_MS = 600;

export function LiveRegion({ announceKey, getText }: LiveRegionProps) {
  const latest = useRef(getText);
  latest.current = getText;
  const [announced, announce] = useState('');
  useEffect(() => {
    announce('');
    if (announceKey === undefined) return;
    const timer = setTimeout(() => announce(latest.current()), DELAY_MS);
    return () => clearTimeout(timer);
  }, [announceKey]);
  return (
    <span class="unseen" aria-live="polite">
      {announced}
    </span>
  );
}
