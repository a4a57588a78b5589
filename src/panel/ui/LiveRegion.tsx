// Tells a screen reader once what came of something, after a pause: words that go on changing would be told again and again.

import { useEffect, useRef, useState } from 'preact/hooks';

interface OutcomeProps {
  /** What it came of: told anew when that is another. `undefined`: nothing is known yet. */
  announceKey: string | undefined;
  /** As they are after the pause. */
  getText: () => string;
}

const DELAY_MS = 600;

export function LiveRegion({ announceKey, getText }: OutcomeProps) {
  const latest = useRef(getText);
  latest.current = getText;
  const [told, tell] = useState('');
  useEffect(() => {
    tell('');
    if (announceKey === undefined) return;
    const timer = setTimeout(() => tell(latest.current()), DELAY_MS);
    return () => clearTimeout(timer);
  }, [announceKey]);
  return (
    <span class="unseen" aria-live="polite">
      {told}
    </span>
  );
}
