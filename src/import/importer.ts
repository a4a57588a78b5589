// Brings files and pasted texts into the log, one after the other. Lives in the DevTools page: the panel's document may go while a file is read.

import type { BringIn, BringInOutcome, BringInProgress, BringInResult } from '../core/model/importer.ts';
import type { Log } from '../log/create-log.ts';
import { tellAll } from '../log/notify.ts';

/** `mappings` is asked at each file. */
export function createBringIn(log: Log, mappings: () => readonly string[]): BringIn {
  const listeners = new Set<() => void>();
  const waiting: { readonly name: string; readonly source: Blob | string }[] = [];
  let outcomes: BringInOutcome[] = [];
  let now: BringInProgress | undefined;
  let ending: AbortController | undefined;
  let round = 0;

  const tell = () => tellAll(listeners);

  const next = async () => {
    const job = now === undefined ? waiting.shift() : undefined;
    if (job === undefined) return;
    const { name, source } = job;
    ending = new AbortController();
    const { signal } = ending;
    const progress = (share: number | undefined) => {
      now = { name, share, waiting: waiting.length };
      tell();
    };
    progress(undefined);
    const came = await import('./import-job.ts')
      .then(({ bringInJob }) => bringInJob(log, source, { mappings: mappings(), signal, onProgress: progress }))
      .catch((error: unknown): BringInResult => {
        if (signal.aborted) return { kind: 'cancelled' };
        console.error(error);
        return { kind: 'failed', why: error instanceof Error ? error.message : String(error) };
      });
    outcomes.push({ ...came, name, round });
    now = undefined;
    tell();
    next();
  };

  const add = (name: string, source: Blob | string) => {
    if (now === undefined && waiting.length === 0) round++;
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
      for (const { name } of waiting.splice(0)) outcomes.push({ kind: 'cancelled', name, round });
      ending?.abort();
    },
    takeOutcomes() {
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
