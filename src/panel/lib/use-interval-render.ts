// Renders a component every second while it shows something that depends on the time.

import { useEffect, useReducer } from 'preact/hooks';

/** A hook. Renders nothing while the panel is hidden. */
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
