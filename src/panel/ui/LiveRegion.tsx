// Tells a screen reader once what came of something, after a pause: words that go on changing would be told again and again.

import { useEffect, useRef, useState } from 'preact/hooks';

interface OutcomeProps {
  /** What it came of: told anew when that is another. `undefined`: nothing is known yet. */
  of: string | undefined;
  /** As they are after the pause. */
  words: () => string;
}

const pauseMs = 600;

export function Outcome({ of, words }: OutcomeProps) {
  const latest = useRef(words);
  latest.current = words;
  const [told, tell] = useState('');
  useEffect(() => {
    tell('');
    if (of === undefined) return;
    const timer = setTimeout(() => tell(latest.current()), pauseMs);
    return () => clearTimeout(timer);
  }, [of]);
  return (
    <span class="unseen" aria-live="polite">
      {told}
    </span>
  );
}
