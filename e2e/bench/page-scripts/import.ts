// Brings a large file into the panel, from inside. Each function runs there and sees nothing but its parameters.

import type { PanelWindow } from '../../../src/panel/host/panel-host.ts';

interface ImportingWindow extends PanelWindow {
  large?: Blob | undefined;
}

/** Makes a file of the entries of `text`, which are between `from` and `to`, so many times over. */
export function makeLarge(
  panel: ImportingWindow,
  { text, from, to, times }: { text: string; from: number; to: number; times: number },
): void {
  const entries = text.slice(from, to);
  const parts = Array.from({ length: times }, (_, i) => (i === 0 ? entries : `,${entries}`));
  panel.large = new Blob([text.slice(0, from), ...parts, text.slice(to)]);
}

/** In ms. */
export async function parseLarge(panel: ImportingWindow): Promise<number> {
  const start = performance.now();
  const { log } = JSON.parse((await panel.large?.text()) ?? '{}');
  if (!Array.isArray(log?.entries)) throw new Error('There is no file.');
  return performance.now() - start;
}

/** Until `exchanges` are in the log. In ms. */
export function bringInLarge(panel: ImportingWindow, exchanges: number): Promise<number> {
  const { inspectorHost: host, large } = panel;
  if (host === undefined || large === undefined) throw new Error('There is no file.');
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const end = host.importer.subscribe(() => {
      if (host.importer.now !== undefined) return;
      end();
      const { length } = host.log.exchanges;
      if (length === exchanges) resolve(performance.now() - start);
      else reject(new Error(`${length} of ${exchanges} exchanges were brought in`));
    });
    host.importer.file(large, 'large.har');
  });
}

/** The browser has read the file. */
export function untilUnderWay(panel: ImportingWindow): Promise<void> {
  const { importer } = panel.inspectorHost ?? {};
  if (importer === undefined) throw new Error('There is no host.');
  return new Promise((resolve) => {
    const end = importer.subscribe(() => {
      if (importer.now?.share === undefined) return;
      end();
      resolve();
    });
  });
}

export function dropLarge(panel: ImportingWindow): void {
  panel.large = undefined;
}
