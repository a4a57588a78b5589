// Watches from inside how smoothly the panel runs. Each function runs there and sees nothing but its parameters.

export interface Stalls {
  /** The longest time between two frames, ms. */
  readonly frameMs: number;
  /** The longest that a timer was late: no task took longer, in whichever document of the extension's process it ran. ms. */
  readonly busyMs: number;
}

interface WatchedWindow extends Window {
  endStalls?: () => Stalls;
}

/** Begins to note how long the panel is held up. It makes the panel draw all the time: not to be mixed with what that costs. */
export function noteStalls(panel: WatchedWindow): void {
  const everyMs = 5;
  let [frameMs, busyMs, frame, timer] = [0, 0, 0, 0];
  let lastFrame = panel.performance.now();
  let lastTick = lastFrame;
  const nextFrame = (now: number) => {
    frameMs = Math.max(frameMs, now - lastFrame);
    lastFrame = now;
    frame = panel.requestAnimationFrame(nextFrame);
  };
  // The browser tells of no long tasks in the hidden document of DevTools.
  const tick = () => {
    const now = panel.performance.now();
    busyMs = Math.max(busyMs, now - lastTick - everyMs);
    lastTick = now;
    timer = panel.setTimeout(tick, everyMs);
  };
  nextFrame(lastFrame);
  tick();
  panel.endStalls = () => {
    panel.cancelAnimationFrame(frame);
    panel.clearTimeout(timer);
    return { frameMs, busyMs };
  };
}

export function endStalls(panel: WatchedWindow): Stalls {
  if (panel.endStalls === undefined) throw new Error('Nothing is being noted.');
  return panel.endStalls();
}

/** Scrolls the list from its top, a step at each frame, and gives the time that each frame took, ms. */
export function scroll(panel: Window, { frames, step }: { frames: number; step: number }): Promise<number[]> {
  const scroller = panel.document.querySelector('.grid-scroller');
  if (scroller === null) throw new Error('The panel has no list to scroll.');
  const times: number[] = [];
  let last: number | undefined;
  scroller.scrollTop = 0;
  return new Promise((resolve) => {
    const next = (now: number) => {
      if (last !== undefined) times.push(now - last);
      last = now;
      scroller.scrollTop += step;
      if (times.length < frames) panel.requestAnimationFrame(next);
      else resolve(times);
    };
    // The jump to the top is not part of it.
    panel.requestAnimationFrame(() => panel.requestAnimationFrame(next));
  });
}
