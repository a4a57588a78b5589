// Imports files and pasted text into the log, one at a time. Runs in the DevTools page, because the panel may be closed during an import.

import type { Importer, ImportOutcome, ImportProgress, ImportResult } from '../core/model/importer.ts';
import type { MutableExchangeLog } from '../log/create-log.ts';
import { notifyAll } from '../log/notify.ts';

/** `mappings` is read again for each file. */
export function createImporter(log: MutableExchangeLog, mappings: () => readonly string[]): Importer {
  const listeners = new Set<() => void>();
  const queue: { readonly name: string; readonly source: Blob | string }[] = [];
  let outcomes: ImportOutcome[] = [];
  let now: ImportProgress | undefined;
  let controller: AbortController | undefined;

  const notify = () => notifyAll(listeners);

  const startNext = async () => {
    const job = now === undefined ? queue.shift() : undefined;
    if (job === undefined) return;
    const { name, source } = job;
    controller = new AbortController();
    const { signal } = controller;
    const onProgress = (share: number | undefined) => {
      now = { name, share, queued: queue.length };
      notify();
    };
    onProgress(undefined);
    const result = await import('./import-job.ts')
      .then(({ runImportJob }) => runImportJob(log, source, { mappings: mappings(), signal, onProgress }))
      .catch((error: unknown): ImportResult => {
        if (signal.aborted) return { kind: 'cancelled' };
        console.error(error);
        return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) };
      });
    outcomes.push({ ...result, name, isFile: typeof source !== 'string' });
    now = undefined;
    notify();
    startNext();
  };

  const add = (name: string, source: Blob | string) => {
    queue.push({ name, source });
    if (now === undefined) return startNext();
    now = { ...now, queued: queue.length };
    notify();
  };

  return {
    get now() {
      return now;
    },
    // A file that belongs to the panel's document becomes unreadable when the panel closes, so this page makes a copy.
    file: (file, name) => add(name, new Blob([file])),
    text: (text) => add('the pasted text', text),
    cancel() {
      for (const { name, source } of queue.splice(0)) {
        outcomes.push({ kind: 'cancelled', name, isFile: typeof source !== 'string' });
      }
      controller?.abort();
    },
    drainOutcomes() {
      const drained = outcomes;
      outcomes = [];
      return drained;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
