// The current time, updated every second, for countdowns.

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
