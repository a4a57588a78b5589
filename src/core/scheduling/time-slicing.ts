// Runs long work in short slices, so that the panel goes on answering to hands and traffic meanwhile.

/** Half a frame: the other half is the browser's. */
const SLICE_MS = 8;

/**
 * The first slice is run at once: short work is `done` before this returns. Between slices `onProgress` is told what `work` yields. The
 * returned function ends the work; nothing is called after it.
 */
export function runTimeSliced<T>(
  work: Generator<number, T>,
  { onProgress, onDone }: { onProgress?: (progress: number) => void; onDone: (result: T) => void },
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const slice = () => {
    const endMs = performance.now() + SLICE_MS;
    for (;;) {
      const step = work.next();
      if (step.done) return onDone(step.value);
      if (performance.now() < endMs) continue;
      timer = setTimeout(slice);
      return onProgress?.(step.value);
    }
  };
  slice();
  return () => clearTimeout(timer);
}
