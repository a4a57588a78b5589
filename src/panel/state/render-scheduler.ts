// Decides when the panel draws: on the next frame while traffic is slow, seldom in a burst. How often it draws is its cost.

/** In a burst: between two drawings at most so long (shorter tasks with less, but the page itself would be slower), */
const burstPauseMs = 250;
/** and no longer than this after the last change, which ends the burst. Busy machines pause for less than that. */
const quietMs = 75;
const windowMs = 100;
/** More changes than this within `windowMs` are a burst; each call is two changes, its answer and then its body. */
const burstChanges = 10;
/** A burst goes on for so long after it was last seen to be one: it comes by fits and starts where the machine is busy. */
const burstLastsMs = 1_000;
/** More changes than this since the last drawing, and making what is drawn and laying it out would be one long task. */
const manyChanges = 8;

export interface RenderScheduler {
  /** Asks for a drawing. May be called any number of times; one drawing answers all of them. */
  request(): void;
  /** A drawing was asked for and is still to come. */
  readonly isDue: boolean;
  cancel(): void;
}

/**
 * `draw` is told whether a burst goes on; where it does, a drawing after its end follows. `isMuch` answers whether the next drawing makes
 * much anew however few changes there were.
 */
export function createRenderScheduler(
  draw: (isBurst: boolean) => void,
  isExpensive: () => boolean = () => false,
): RenderScheduler {
  const isPartOfBurst = countChanges();
  let [lastDrawMs, lastChangeMs] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let [isBurst, wasBurst] = [false, false];
  let changes = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame = 0;

  const drawNow = () => {
    [frame, timer] = [0, undefined];
    lastDrawMs = performance.now();
    changes = 0;
    isBurst &&= lastDrawMs - lastChangeMs < quietMs;
    wasBurst = isBurst;
    if (isBurst) wait();
    draw(isBurst);
  };
  const nextFrame = () => {
    frame = requestAnimationFrame(() => {
      if (changes <= manyChanges && !wasBurst && !isExpensive()) return drawNow();
      // It is made after this frame and shown with the next; so is the first drawing after a burst, which makes all rows anew.
      timer = setTimeout(drawNow);
    });
  };
  /** Looks anew when it is time: setting a timer at each change would cost more than the change. */
  const wait = () => {
    const quietAtMs = lastChangeMs + quietMs;
    const dueMs = changes > 0 ? Math.min(quietAtMs, lastDrawMs + burstPauseMs) : quietAtMs;
    const pauseMs = isBurst ? dueMs - performance.now() : 0;
    timer = pauseMs > 0 ? setTimeout(wait, pauseMs) : undefined;
    if (timer === undefined) nextFrame();
  };

  return {
    request() {
      lastChangeMs = performance.now();
      isBurst = isPartOfBurst(lastChangeMs);
      changes++;
      if (timer === undefined && frame === 0) wait();
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

/** Tells of each change whether it is part of a burst. */
function countChanges(): (nowMs: number) => boolean {
  let [windowFromMs, burstUntilMs] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let count = 0;
  return (nowMs) => {
    if (nowMs - windowFromMs >= windowMs) [windowFromMs, count] = [nowMs, 0];
    if (++count > burstChanges) burstUntilMs = nowMs + burstLastsMs;
    return nowMs < burstUntilMs;
  };
}
