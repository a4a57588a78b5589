// Decides when the panel draws: on the next frame while traffic is slow, seldom in a burst. How often it draws is its cost.

/** In a burst: between two drawings at most so long (shorter tasks with less, but the page itself would be slower), */
const burstPauseMs = 250;
/** and no longer than this after the last change. */
const quietMs = 50;
const windowMs = 100;
/** More changes than this within `windowMs` are a burst; each call is two changes, its answer and then its body. */
const burstChanges = 10;
/** More changes than this since the last drawing, and making what is drawn and laying it out would be one long task. */
const manyChanges = 8;

/** `request` may be called any number of times; `draw` is called once for all of them. */
export function paceRedraws(draw: () => void): { request: () => void; cancel: () => void } {
  const isBurst = countChanges();
  let lastDrawMs = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame = 0;
  let changes = 0;

  const drawNow = () => {
    frame = 0;
    changes = 0;
    lastDrawMs = performance.now();
    draw();
  };
  const nextFrame = () => {
    frame = requestAnimationFrame(() => {
      if (changes <= manyChanges) return drawNow();
      // It is made after this frame and shown with the next.
      timer = setTimeout(drawNow);
    });
  };

  return {
    request() {
      const nowMs = performance.now();
      const burst = isBurst(nowMs);
      changes++;
      if (frame !== 0) return;
      clearTimeout(timer);
      const pauseMs = burst ? Math.min(quietMs, lastDrawMs + burstPauseMs - nowMs) : 0;
      if (pauseMs > 0) timer = setTimeout(nextFrame, pauseMs);
      else nextFrame();
    },
    cancel() {
      clearTimeout(timer);
      cancelAnimationFrame(frame);
    },
  };
}

/** Counts in windows of `windowMs`; a burst lasts until a whole window was slow. */
function countChanges(): (nowMs: number) => boolean {
  let windowFromMs = Number.NEGATIVE_INFINITY;
  let before = 0;
  let now = 0;
  return (nowMs) => {
    if (nowMs - windowFromMs >= windowMs) {
      before = nowMs - windowFromMs < 2 * windowMs ? now : 0;
      now = 0;
      windowFromMs = nowMs;
    }
    now++;
    return Math.max(before, now) > burstChanges;
  };
}
