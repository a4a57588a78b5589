// Awaits long work that is done in slices.

import { runTimeSliced } from './time-slicing.ts';

/** Short work is done at once. Rejects with what the work threw; with the reason of `signal`, where that ends it. */
export function runInBackground<T>(
  work: Generator<number, T>,
  { onProgress, signal }: { onProgress?: (share: number) => void; signal?: AbortSignal } = {},
): Promise<T> {
  return new Promise((resolve, reject) => {
    function* guarded(): Generator<number, void> {
      try {
        resolve(yield* work);
      } catch (error) {
        reject(error);
      }
    }
    const end = runTimeSliced(guarded(), { onDone() {}, ...(onProgress ? { onProgress } : {}) });
    const stop = () => {
      end();
      reject(signal?.reason);
    };
    if (signal?.aborted) stop();
    else signal?.addEventListener('abort', stop);
  });
}
