// Decides when the panel renders. Each render is expensive, so a burst of changes is rendered only four times a second.

/** More changes than this within BURST_WINDOW_MS are a burst. Each request is two changes: its response, then its body. */
const BURST_CHANGES = 10;
const BURST_WINDOW_MS = 100;
const BURST_RENDER_INTERVAL_MS = 250;
/** A burst has ended when nothing changed for this long. */
const BURST_END_MS = 75;

export interface RenderScheduler {
  /** Any number of requests before a render lead to one render. */
  request(): void;
  /** A change has not been rendered yet. */
  readonly isDue: boolean;
  cancel(): void;
}

/** `render` learns whether a burst goes on: if so, it is called again when the burst has ended. */
export function createRenderScheduler(render: (isBurst: boolean) => void): RenderScheduler {
  let [windowStartMs, lastChangeMs, lastRenderMs] = [-Infinity, -Infinity, -Infinity];
  let [windowChanges, changes] = [0, 0];
  let isBurst = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame = 0;

  const renderNow = () => {
    frame = 0;
    const nowMs = performance.now();
    const isSlow = nowMs - lastRenderMs >= BURST_RENDER_INTERVAL_MS && changes <= BURST_CHANGES;
    isBurst &&= !isSlow && nowMs - lastChangeMs < BURST_END_MS;
    lastRenderMs = nowMs;
    changes = 0;
    if (isBurst) schedule();
    render(isBurst);
  };
  /** A timer set at each change would cost more than the change: it checks again when it fires. */
  const schedule = () => {
    const endMs = lastChangeMs + BURST_END_MS;
    const dueMs = changes > 0 ? Math.min(endMs, lastRenderMs + BURST_RENDER_INTERVAL_MS) : endMs;
    const waitMs = isBurst ? dueMs - performance.now() : 0;
    timer = waitMs > 0 ? setTimeout(schedule, waitMs) : undefined;
    if (timer === undefined) frame = requestAnimationFrame(renderNow);
  };

  return {
    request() {
      lastChangeMs = performance.now();
      changes++;
      if (lastChangeMs - windowStartMs >= BURST_WINDOW_MS) [windowStartMs, windowChanges] = [lastChangeMs, 0];
      isBurst ||= ++windowChanges > BURST_CHANGES;
      if (timer === undefined && frame === 0) schedule();
    },
    get isDue() {
      return changes > 0;
    },
    cancel() {
      clearTimeout(timer);
      cancelAnimationFrame(frame);
    },
  };
}
