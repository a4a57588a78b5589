// Builds HAR entries as the browsers make them: copied from what Chromium 156 and Firefox 153 report.

import type { BrowserEntry } from '../capture/har-entry.ts';

export interface EntryOptions {
  readonly method?: string;
  readonly url?: string;
  readonly status?: number;
  readonly startedDateTime?: string;
  readonly time?: number;
  readonly sent?: string;
  readonly requestHeaders?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Chromium's error name, such as `net::ERR_FAILED`. */
  readonly error?: string;
  readonly fetchedViaServiceWorker?: boolean;
  /** In Firefox, all are 0 for a cancelled request, and there are none for one that was blocked or whose connection was refused. */
  readonly timings?: Readonly<Record<string, number>>;
  readonly size?: number;
  /** What `getContent` passes to its callback. Omitted: the entry has no `getContent`. */
  readonly content?: readonly [content: unknown, encoding: unknown];
  readonly harText?: string;
  readonly encoding?: string;
  /** Only Chromium reports it. */
  readonly resourceType?: string;
}

export function harEntry(options: EntryOptions = {}): BrowserEntry {
  const { content, status = 200, time = 12 } = options;
  return {
    startedDateTime: options.startedDateTime ?? '2026-11-22T14:02:41.000Z',
    time,
    request: {
      method: options.method ?? 'GET',
      url: options.url ?? 'https://api.xero.com/projects.xro/2.0/Projects',
      headers: pairs(options.requestHeaders),
      ...(options.sent === undefined ? {} : { postData: { mimeType: 'application/json', text: options.sent } }),
      bodySize: options.sent?.length ?? 0,
    },
    response: {
      status,
      statusText: '',
      headers: pairs(options.headers),
      content: {
        size: options.size ?? options.harText?.length ?? 2,
        mimeType: 'application/json',
        ...(options.harText === undefined ? {} : { text: options.harText }),
        ...(options.encoding === undefined ? {} : { encoding: options.encoding }),
      },
      ...(options.error === undefined ? {} : { _error: options.error }),
      ...(options.fetchedViaServiceWorker === undefined
        ? {}
        : { _fetchedViaServiceWorker: options.fetchedViaServiceWorker }),
    },
    timings: options.timings ?? { blocked: 1, send: 1, wait: 5, receive: 5 },
    ...(content === undefined
      ? {}
      : { getContent: (take: (content: unknown, encoding: unknown) => void) => take(content[0], content[1]) }),
    ...(options.resourceType === undefined ? {} : { _resourceType: options.resourceType }),
    // Omits the parts of a HAR entry that the extension never reads.
  } as unknown as BrowserEntry;
}

function pairs(headers: Readonly<Record<string, string>> = {}) {
  return Object.entries(headers).map(([name, value]) => ({ name, value }));
}
