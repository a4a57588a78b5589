// Phrases for why a body is unavailable.

import type { BodyUnavailableReason } from './exchange.ts';

export const unavailableMessages: Readonly<Record<BodyUnavailableReason, string>> = {
  evicted: 'The body was removed to limit the size of the log.',
  navigated: 'The page navigated away before the body was read.',
  'not-provided': 'The browser didn’t provide the body. It may be too large.',
  interrupted: 'The page stopped reading before the body was complete.',
  'not-read': 'The body hadn’t been read when the file was exported.',
  'in-other-file': 'The HAR file refers to a separate file for the body.',
  'not-in-file': 'The file doesn’t contain the body.',
  'not-recorded': 'The server’s recorder didn’t store the body.',
};
