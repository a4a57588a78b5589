// Watches from inside how smoothly the panel runs. Each function runs there and sees nothing but its parameters.

export interface Jank {
  /** The longest time between two frames, ms. */
  readonly longestFrameMs: number;
  /** The longest that a timer was late: no task took longer, in whichever document of the extension's process it ran. ms. */
  readonly blockedMs: number;
}

interface MonitoredWindow extends Window {
  stopJankMonitor?: () => Jank;
}

/** Begins to note how long the panel is held up. It makes the panel draw all the time: not to be mixed with what that costs. */
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
  // The browser tells of no long tasks in the hidden document of DevTools.
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
  if (panel.stopJankMonitor === undefined) throw new Error('Nothing is being noted.');
  return panel.stopJankMonitor();
}

/** Lays a plain list over the panel, a text a row: the least that any list of so many rows costs. */
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

/** Scrolls a list from its top, a step at each frame, and gives the time that each frame took, ms. */
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
    // The jump to the top is not part of it.
    panel.requestAnimationFrame(() => panel.requestAnimationFrame(next));
  });
}
