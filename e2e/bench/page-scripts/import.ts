// Imports a large file into the panel. Each function runs in the panel and can't use its closure.

import type { PanelWindow } from '../../../src/panel/host/panel-host.ts';

interface ImportingWindow extends PanelWindow {
  largeFile?: Blob | undefined;
}

/** Creates a file that repeats the entries of `text`, which are between `from` and `to`. */
export function createLargeFile(
  panel: ImportingWindow,
  { text, from, to, times }: { text: string; from: number; to: number; times: number },
): void {
  const entries = text.slice(from, to);
  const parts = Array.from({ length: times }, (_, i) => (i === 0 ? entries : `,${entries}`));
  panel.largeFile = new Blob([text.slice(0, from), ...parts, text.slice(to)]);
}

/** Returns the time that JSON.parse takes, in ms. */
export async function parseLargeFile(panel: ImportingWindow): Promise<number> {
  const start = performance.now();
  const { log } = JSON.parse((await panel.largeFile?.text()) ?? '{}');
  if (!Array.isArray(log?.entries)) throw new Error('The large file was not created.');
  return performance.now() - start;
}

/** The time until `exchanges` are in the log, in ms. */
export function importLargeFile(panel: ImportingWindow, exchanges: number): Promise<number> {
  const { inspectorHost: host, largeFile } = panel;
  if (host === undefined || largeFile === undefined) throw new Error('The large file was not created.');
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const end = host.importer.subscribe(() => {
      if (host.importer.now !== undefined) return;
      end();
      const { length } = host.log.exchanges;
      if (length === exchanges) resolve(performance.now() - start);
      else reject(new Error(`${length} of ${exchanges} exchanges were imported`));
    });
    host.importer.file(largeFile, 'large.har');
  });
}

/** Resolves when the browser has read the file and parsing has started. */
export function waitUntilReading(panel: ImportingWindow): Promise<void> {
  const { importer } = panel.inspectorHost ?? {};
  if (importer === undefined) throw new Error('The panel has no host.');
  return new Promise((resolve) => {
    const end = importer.subscribe(() => {
      if (importer.now?.share === undefined) return;
      end();
      resolve();
    });
  });
}

export function releaseLargeFile(panel: ImportingWindow): void {
  panel.largeFile = undefined;
}
