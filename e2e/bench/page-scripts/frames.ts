// Monitors the smoothness of the panel. Each function runs in the panel and can't use its closure.

export interface Jank {
  /** The longest time between two frames, ms. */
  readonly longestFrameMs: number;
  /** The longest delay of a timer, ms: an upper bound of the tasks in all documents of the extension's process. */
  readonly blockedMs: number;
}

interface MonitoredWindow extends Window {
  stopJankMonitor?: () => Jank;
}

/** Starts measuring how long the main thread is blocked. It renders every frame, so don't measure costs meanwhile. */
export function startJankMonitor(panel: MonitoredWindow): void {
  const everyMs = 5;
  let [longestFrameMs, blockedMs, frame, timer] = [0, 0, 0, 0];
  let lastFrame = panel.performance.now();
  let lastTick = lastFrame;
  const nextFrame = (now: number) => {
    longestFrameMs = Math.max(longestFrameMs, now - lastFrame);
    lastFrame = now;
    frame = panel.requestAnimationFrame(nextFrame);
  };
  // The browser reports no long tasks of the hidden DevTools page.
  const tick = () => {
    const now = panel.performance.now();
    blockedMs = Math.max(blockedMs, now - lastTick - everyMs);
    lastTick = now;
    timer = panel.setTimeout(tick, everyMs);
  };
  nextFrame(lastFrame);
  tick();
  panel.stopJankMonitor = () => {
    panel.cancelAnimationFrame(frame);
    panel.clearTimeout(timer);
    return { longestFrameMs, blockedMs };
  };
}

export function stopJankMonitor(panel: MonitoredWindow): Jank {
  if (panel.stopJankMonitor === undefined) throw new Error('The jank monitor was not started.');
  return panel.stopJankMonitor();
}

/** Covers the panel with a plain list of one text per row: the lower bound for a virtual list. */
export function showPlainList({ document }: Window, { rows, rowHeight }: { rows: number; rowHeight: number }): void {
  const scroller = document.createElement('div');
  scroller.className = 'plain-list';
  Object.assign(scroller.style, {
    position: 'fixed',
    inset: '0',
    zIndex: '9',
    overflowY: 'scroll',
    background: 'white',
  });
  const space = document.createElement('div');
  Object.assign(space.style, { position: 'relative', height: `${rows * rowHeight}px` });
  scroller.append(space);
  document.body.append(scroller);
  const slots = Math.ceil(scroller.clientHeight / rowHeight) + 9;
  const shown = Array.from({ length: slots }, () => {
    const row = document.createElement('div');
    Object.assign(row.style, { position: 'absolute', contain: 'strict', width: '100%', height: `${rowHeight}px` });
    space.append(row);
    return { row, index: -1 };
  });
  const draw = () => {
    const from = Math.max(0, Math.floor(scroller.scrollTop / rowHeight) - 4);
    for (let index = from; index < Math.min(rows, from + slots); index++) {
      const slot = shown[index % slots];
      if (slot === undefined || slot.index === index) continue;
      slot.index = index;
      slot.row.style.transform = `translateY(${index * rowHeight}px)`;
      slot.row.textContent = `Row ${index}: as many characters as one of the panel’s own rows has on the average of them all`;
    }
  };
  scroller.addEventListener('scroll', draw, { passive: true });
  draw();
}

export function removePlainList({ document }: Window): void {
  document.querySelector('.plain-list')?.remove();
}

/** Scrolls a list from its top by one step per frame. Returns the duration of each frame in ms. */
export function scroll(
  panel: Window,
  { list, frames, step }: { list: string; frames: number; step: number },
): Promise<number[]> {
  const scroller = panel.document.querySelector(list);
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
    // Excludes the jump to the top.
    panel.requestAnimationFrame(() => panel.requestAnimationFrame(next));
  });
}
