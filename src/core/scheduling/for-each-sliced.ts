// Does long work in short slices, so that the page stays at hand.

/**
 * `take` gets item after item; between slices and after the last others have their turn, and `signal` is heeded: then its reason is
 * thrown.
 */
export async function forEachSliced<T>(
  items: Iterable<T>,
  take: (item: T) => void | Promise<void>,
  { signal, onSlice }: { readonly signal?: AbortSignal | undefined; readonly onSlice?: (last: T) => void } = {},
): Promise<void> {
  signal?.throwIfAborted();
  let until = performance.now() + SLICE_MS;
  for (const item of items) {
    const done = take(item);
    if (done !== undefined) await done;
    if (performance.now() < until) continue;
    onSlice?.(item);
    await yieldToEventLoop();
    signal?.throwIfAborted();
    until = performance.now() + SLICE_MS;
  }
  // What comes next is not to be one long task with the last slice.
  await yieldToEventLoop();
  signal?.throwIfAborted();
}

/** Less than a frame. */
const SLICE_MS = 12;

/** Browsers hold timers back, in pages out of sight for a second; messages they do not. */
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
