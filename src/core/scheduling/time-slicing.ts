// Runs long work in short slices, so that the page stays responsive meanwhile.

/** Half a frame: the browser needs the other half. */
const SLICE_MS = 8;

/** Yields the share that is done, from 0 to 1, or a promise that it has to wait for. Each step takes well under a slice. */
export type SlicedWork<T> = Generator<number | Promise<unknown>, T>;

interface RunOptions {
  /** Called after each slice with the last share that the work yielded. */
  readonly onProgress?: ((share: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Runs the first slice synchronously, so short work needs no further task. After longer work the result arrives in a task of its own.
 * Rejects with what the work throws, or with the signal's reason when that aborts it.
 */
export async function runTimeSliced<T>(work: SlicedWork<T>, { onProgress, signal }: RunOptions = {}): Promise<T> {
  signal?.throwIfAborted();
  let isFirstSlice = true;
  let share: number | undefined;
  let endMs = performance.now() + SLICE_MS;
  for (;;) {
    const step = work.next();
    if (step.done) {
      if (!isFirstSlice) await yieldToEventLoop();
      signal?.throwIfAborted();
      return step.value;
    }
    if (typeof step.value === 'number') share = step.value;
    else await step.value;
    if (performance.now() < endMs) continue;
    if (share !== undefined) onProgress?.(share);
    await yieldToEventLoop();
    signal?.throwIfAborted();
    isFirstSlice = false;
    endMs = performance.now() + SLICE_MS;
  }
}

interface StartOptions<T> {
  readonly onProgress?: (share: number) => void;
  readonly onDone: (result: T) => void;
}

/** The same for effects: returns a function that cancels the work. Nothing is called after that. */
export function startTimeSliced<T>(work: SlicedWork<T>, { onProgress, onDone }: StartOptions<T>): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  runTimeSliced(work, { onProgress, signal }).then(
    (result) => {
      if (!signal.aborted) onDone(result);
    },
    (error: unknown) => {
      if (!signal.aborted) throw error;
    },
  );
  return () => controller.abort();
}

/** Browsers throttle timers, to one a second in hidden pages, but not messages. */
function yieldToEventLoop(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
