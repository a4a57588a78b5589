// Brings files and pasted texts into the log, one after the other. Lives in the DevTools page: the panel's document may go while a file is read.

import type { Importer, ImportOutcome, ImportProgress, ImportResult } from '../core/model/importer.ts';
import type { MutableExchangeLog } from '../log/create-log.ts';
import { notifyAll } from '../log/notify.ts';

/** `mappings` is asked at each file. */
export function createImporter(log: MutableExchangeLog, mappings: () => readonly string[]): Importer {
  const listeners = new Set<() => void>();
  const waiting: { readonly name: string; readonly source: Blob | string }[] = [];
  let outcomes: ImportOutcome[] = [];
  let now: ImportProgress | undefined;
  let controller: AbortController | undefined;
  let batch = 0;

  const tell = () => notifyAll(listeners);

  const next = async () => {
    const job = now === undefined ? waiting.shift() : undefined;
    if (job === undefined) return;
    const { name, source } = job;
    controller = new AbortController();
    const { signal } = controller;
    const progress = (share: number | undefined) => {
      now = { name, share, waiting: waiting.length };
      tell();
    };
    progress(undefined);
    const came = await import('./import-job.ts')
      .then(({ runImportJob }) => runImportJob(log, source, { mappings: mappings(), signal, onProgress: progress }))
      .catch((error: unknown): ImportResult => {
        if (signal.aborted) return { kind: 'cancelled' };
        console.error(error);
        return { kind: 'failed', why: error instanceof Error ? error.message : String(error) };
      });
    outcomes.push({ ...came, name, batch });
    now = undefined;
    tell();
    next();
  };

  const add = (name: string, source: Blob | string) => {
    if (now === undefined && waiting.length === 0) batch++;
    waiting.push({ name, source });
    if (now === undefined) return next();
    now = { ...now, waiting: waiting.length };
    tell();
  };

  return {
    get now() {
      return now;
    },
    // What belongs to the panel's document dies with it: this page makes a file of its own.
    file: (file, name) => add(name, new Blob([file])),
    text: (text) => add('the pasted text', text),
    cancel() {
      for (const { name } of waiting.splice(0)) outcomes.push({ kind: 'cancelled', name, batch });
      controller?.abort();
    },
    drainOutcomes() {
      const taken = outcomes;
      outcomes = [];
      return taken;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
