// Why a body cannot be shown, in words.

import type { BodyUnavailableReason } from './exchange.ts';

export const unavailableMessages: Readonly<Record<BodyUnavailableReason, string>> = {
  evicted: 'The body was dropped to keep the log within its size.',
  navigated: 'The page was left before the body could be read.',
  'not-provided': 'The browser did not hand over the body; it may be too large.',
  interrupted: 'The page stopped reading before the body was complete.',
  'not-read': 'The body had not been read when the file was written.',
  'in-other-file': 'The HAR file names another file that holds the body.',
};
