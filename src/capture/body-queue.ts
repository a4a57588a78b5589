// Decides when a response body is read. Bodies are lost at navigation, but reading many large ones at once slows the page down.

import type { Body } from '../core/model/exchange.ts';
import { boundText } from '../core/secrets/bounded-text.ts';
import type { BrowserEntry } from './har-entry.ts';
import { readResponseBody } from './read-response-body.ts';

export interface BodyQueue {
  /** `done` is called once, never synchronously. Small bodies and those of errors are read immediately, large ones one by one. */
  read(entry: BrowserEntry, done: (body: Body) => void): void;
  /** Drops the waiting bodies: they are not read, and `done` is not called for them. */
  clear(): void;
  /** Call it when the page navigates: bodies that have not been read by then are lost. */
  onNavigated(): void;
}

const SMALL_BODY_BYTES = 65_536;

export function createBodyQueue(): BodyQueue {
  let queue: Promise<void> = Promise.resolve();
  let pages = 0;
  let clears = 0;

  const readNow = async (entry: BrowserEntry, done: (body: Body) => void) => {
    const page = pages;
    const body = await readResponseBody(entry).catch((error: unknown): Body => {
      return { kind: 'unavailable', reason: 'not-provided', bytes: undefined, detail: boundText(String(error)) };
    });
    done(
      body.kind === 'unavailable' && body.reason === 'not-provided' && page !== pages
        ? { ...body, reason: 'navigated' }
        : body,
    );
  };

  /** An error in one must not block the others. */
  const readSafely = (entry: BrowserEntry, done: (body: Body) => void) =>
    readNow(entry, done).catch((error: unknown) => console.error(error));

  return {
    read(entry, done) {
      const size = entry.response.content?.size ?? 0;
      if (size <= SMALL_BODY_BYTES || entry.response.status >= 400) void readSafely(entry, done);
      else {
        const queuedAt = clears;
        queue = queue.then(() => (queuedAt === clears ? readSafely(entry, done) : undefined));
      }
    },
    clear() {
      clears++;
    },
    onNavigated() {
      pages++;
    },
  };
}
