// The time, once a second: countdowns run, and what holds for a while ends.

import { useEffect, useState } from 'preact/hooks';

/** Ms since the epoch. */
export function useNow(): number {
  const [nowMs, setNowMs] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return nowMs;
}
