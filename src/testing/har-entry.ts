// Builds HAR entries as the browsers make them: the shapes were read off Chromium 156 and Firefox 153.

import type { BrowserEntry } from '../capture/har-entry.ts';

export interface EntryWish {
  readonly method?: string;
  readonly url?: string;
  readonly status?: number;
  readonly startedDateTime?: string;
  readonly time?: number;
  readonly sent?: string;
  readonly requestHeaders?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Chromium's word for what went wrong. */
  readonly error?: string;
  readonly fetchedViaServiceWorker?: boolean;
  /** All 0: Firefox's cancelled call. None: its refused one. */
  readonly timings?: Readonly<Record<string, number>>;
  readonly size?: number;
  /** What `getContent` calls back with; left out: the entry has no `getContent`. */
  readonly content?: readonly [content: unknown, encoding: unknown];
  readonly harText?: string;
  readonly encoding?: string;
}

export function harEntry(wish: EntryWish = {}): BrowserEntry {
  const { content, status = 200, time = 12 } = wish;
  return {
    startedDateTime: wish.startedDateTime ?? '2026-11-22T14:02:41.000Z',
    time,
    request: {
      method: wish.method ?? 'GET',
      url: wish.url ?? 'https://api.xero.com/projects.xro/2.0/Projects',
      headers: pairs(wish.requestHeaders),
      ...(wish.sent === undefined ? {} : { postData: { mimeType: 'application/json', text: wish.sent } }),
      bodySize: wish.sent?.length ?? 0,
    },
    response: {
      status,
      statusText: '',
      headers: pairs(wish.headers),
      content: {
        size: wish.size ?? wish.harText?.length ?? 2,
        mimeType: 'application/json',
        ...(wish.harText === undefined ? {} : { text: wish.harText }),
        ...(wish.encoding === undefined ? {} : { encoding: wish.encoding }),
      },
      ...(wish.error === undefined ? {} : { _error: wish.error }),
      ...(wish.fetchedViaServiceWorker === undefined ? {} : { _fetchedViaServiceWorker: wish.fetchedViaServiceWorker }),
    },
    timings: wish.timings ?? { blocked: 1, send: 1, wait: 5, receive: 5 },
    ...(content === undefined
      ? {}
      : { getContent: (take: (content: unknown, encoding: unknown) => void) => take(content[0], content[1]) }),
    // The parts of a HAR entry that nothing here reads are left out.
  } as unknown as BrowserEntry;
}

function pairs(headers: Readonly<Record<string, string>> = {}) {
  return Object.entries(headers).map(([name, value]) => ({ name, value }));
}
