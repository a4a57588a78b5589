// Why a server's requests couldn't be fetched, and what to do about it.

import type { FetchFailure } from '../model/server-stats.ts';

interface FailureRow {
  /** Without a final full stop. */
  readonly observed: string;
  /** An imperative sentence. */
  readonly fix: string;
  /** Whether another page may succeed where this one failed. */
  readonly isOfPage?: true;
  /** Attempts in a row: more than one if the next may succeed without any change. */
  readonly maxAttempts: number;
}

export const fetchFailures: Readonly<Record<FetchFailure, FailureRow>> = {
  'page-policy': {
    observed: 'The page’s Content-Security-Policy forbids fetching them',
    fix: 'Allow the server’s origin in `connect-src` during development.',
    maxAttempts: 1,
    isOfPage: true,
  },
  'other-process': {
    observed: 'Another process responded (404). The server has restarted, or several processes share its port',
    fix: 'Make the request again. During development, run one process.',
    maxAttempts: 5,
  },
  'not-json': {
    observed: 'The response isn’t JSON. A proxy or the app itself responded instead of the recorder',
    fix: 'Let the proxy forward queries that start with `xero-inspector=` to the server.',
    maxAttempts: 1,
  },
  'no-cors': {
    observed: 'The server is on another origin than the page, and its recorder doesn’t allow the page’s origin',
    fix: 'Name the page’s origin in the options of the recorder.',
    maxAttempts: 1,
    isOfPage: true,
  },
  refused: {
    observed: 'The recorder refused (403). It serves pages on this computer only',
    fix: 'Open the page at `localhost`, or name its host in `XERO_RECORDER_ALLOWED_HOSTS` of the server.',
    maxAttempts: 1,
  },
  'too-large': {
    observed: 'The response is larger than the panel reads',
    fix: 'Update the recorder: it should send large requests in parts.',
    maxAttempts: 1,
  },
  'newer-version': {
    observed: 'The recorder is newer than this extension',
    fix: 'Update the extension.',
    maxAttempts: 1,
  },
  invalid: {
    observed: 'The response doesn’t follow the recorder’s protocol',
    fix: 'Update the recorder and the extension.',
    maxAttempts: 1,
  },
  unreadable: {
    observed: 'The browser didn’t hand over the response',
    fix: 'Make the request again. In Firefox, resume the Network panel and clear its filter.',
    maxAttempts: 3,
    isOfPage: true,
  },
  network: {
    observed: 'The server didn’t respond',
    fix: 'Check whether the server is running, then make the request again.',
    maxAttempts: 5,
  },
  'page-left': {
    observed: 'The page was left before the server responded',
    fix: 'Make the request again.',
    maxAttempts: 12,
    isOfPage: true,
  },
};
