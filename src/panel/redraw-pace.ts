// Decides when the panel draws: on the next frame while traffic is slow, ten times a second in a burst. How often it draws is its cost.

const burstMs = 100;
/** More changes than this within `burstMs` are a burst; each call is two changes, its answer and then its body. */
const burstChanges = 10;

/** `request` may be called any number of times; `draw` is called once for all of them. */
export function paceRedraws(draw: () => void): { request: () => void; cancel: () => void } {
  const isBurst = countChanges();
  let waiting = false;
  let lastDrawMs = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame = 0;

  const nextFrame = () => {
    frame = requestAnimationFrame(() => {
      waiting = false;
      lastDrawMs = performance.now();
      draw();
    });
  };

  return {
    request() {
      const nowMs = performance.now();
      const pauseMs = isBurst(nowMs) ? lastDrawMs + burstMs - nowMs : 0;
      if (waiting) return;
      waiting = true;
      if (pauseMs <= 0) nextFrame();
      else timer = setTimeout(nextFrame, pauseMs);
    },
    cancel() {
      clearTimeout(timer);
      cancelAnimationFrame(frame);
    },
  };
}

/** Counts in windows of `burstMs`; a burst lasts until a whole window was slow. */
function countChanges(): (nowMs: number) => boolean {
  let windowFromMs = Number.NEGATIVE_INFINITY;
  let before = 0;
  let now = 0;
  return (nowMs) => {
    if (nowMs - windowFromMs >= burstMs) {
      before = nowMs - windowFromMs < 2 * burstMs ? now : 0;
      now = 0;
      windowFromMs = nowMs;
    }
    now++;
    return Math.max(before, now) > burstChanges;
  };
}
