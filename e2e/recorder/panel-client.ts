// Reads recorded entries as the panel does: docs/server-requests.md.

import type { Entry } from 'har-format';

export interface RecordedEntry extends Entry {
  readonly _xeroServer: {
    readonly sequence: number;
    readonly app: string;
    readonly pageRequest?: { id: number; method: string; path: string; startedDateTime: string };
  };
}

export interface RecorderBody {
  readonly log: {
    readonly entries: readonly RecordedEntry[];
    readonly _xeroInspector: {
      protocol: number;
      key: string;
      next: number;
      inFlight: number;
      dropped: number;
      more: boolean;
    };
  };
}

/** What a browser sends with a page's request to its own server. */
export const fromPage = { 'Sec-Fetch-Site': 'same-origin' };

/** The URL in the header of a response; `undefined` without the header. */
export function recorderAddress(response: Response): URL | undefined {
  const header = response.headers.get('xero-inspector');
  return header === null ? undefined : new URL(header, response.url);
}

/** All entries after the cursor of `address`, until nothing is under way. */
export async function readEntries(address: URL): Promise<RecordedEntry[]> {
  const entries: RecordedEntry[] = [];
  let next = new URL(address);
  for (;;) {
    const { log } = await readBody(next);
    entries.push(...log.entries);
    const { inFlight, more, key, next: cursor } = log._xeroInspector;
    if (inFlight === 0 && !more) return entries;
    next = new URL(`?xero-inspector=${key}.${cursor}`, address);
  }
}

/** Joins the parts of a long entry. */
export async function readBody(address: URL): Promise<RecorderBody> {
  let text = '';
  for (;;) {
    const next = text === '' ? address : new URL(`${address.search}&from=${text.length}`, address);
    const response = await fetch(next, { headers: fromPage });
    if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
    const body = (await response.json()) as RecorderBody & { part?: { text: string; total: number } };
    if (body.part === undefined) return body;
    text += body.part.text;
    if (text.length >= body.part.total) return JSON.parse(text);
  }
}
