// Draws a part anew once a second, while what it shows depends on the time.

import { useEffect, useReducer } from 'preact/hooks';

/** A hook. Nothing is drawn while the browser does not show the panel. */
export function useTickingRender(isRunning: boolean): void {
  const [, tick] = useReducer((ticks: number) => ticks + 1, 0);
  useEffect(() => {
    if (!isRunning) return;
    let frame = 0;
    const timer = setInterval(() => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => tick(0));
    }, 1_000);
    return () => {
      clearInterval(timer);
      cancelAnimationFrame(frame);
    };
  }, [isRunning]);
}
