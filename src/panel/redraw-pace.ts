// Decides when the panel draws: on the next frame while traffic is slow, seldom in a burst. How often it draws is what it costs.

const burstMs = 100;

/** `request` may be called any number of times; `draw` is called once for all of them. */
export function paceRedraws(draw: () => void): { request: () => void; cancel: () => void } {
  let waiting = false;
  let lastMs = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame = 0;

  const nextFrame = () => {
    frame = requestAnimationFrame(() => {
      waiting = false;
      lastMs = performance.now();
      draw();
    });
  };

  return {
    request() {
      if (waiting) return;
      waiting = true;
      const pauseMs = lastMs + burstMs - performance.now();
      if (pauseMs <= 0) nextFrame();
      else timer = setTimeout(nextFrame, pauseMs);
    },
    cancel() {
      clearTimeout(timer);
      cancelAnimationFrame(frame);
    },
  };
}
