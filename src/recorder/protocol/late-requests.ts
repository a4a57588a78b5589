// Which responses may still be followed by requests to Xero after their headers were sent.

import type { PageRequest } from '../recording/page-request.ts';

export interface LateRequests {
  /** Whether one may follow a response whose headers are about to be sent. `isStreamed`: its body continues after them. */
  readonly mayFollow: (request: PageRequest, isStreamed: boolean) => boolean;
  /** Call when a request to Xero begins after the headers were sent. */
  readonly onLate: (request: PageRequest) => void;
  /** Call when a response that one may follow has ended. */
  readonly onEnd: (request: PageRequest) => void;
  /** How many responses one may still follow. */
  readonly count: () => number;
}

/** How long after a response one may follow. */
const AFTER_END_MS = 2_000;
/** An event stream may be open for hours without a request to Xero. */
const MAX_QUIET_MS = 30_000;
/** After so many streamed responses in a row without one, none is expected. */
const MAX_QUIET_RESPONSES = 3;
const MAX_PATTERNS = 500;

interface Pattern {
  hasFollowed: boolean;
  /** Streamed responses in a row that none followed. */
  quiet: number;
}

export function createLateRequests(onChange: () => void): LateRequests {
  const patterns = new Map<string, Pattern>();
  /** The time until which one is expected. */
  const open = new Map<PageRequest, number>();

  const patternOf = (request: PageRequest) => {
    const name = patternName(request);
    const pattern = patterns.get(name) ?? { hasFollowed: false, quiet: 0 };
    if (patterns.size >= MAX_PATTERNS && !patterns.has(name)) patterns.delete([...patterns.keys()][0] ?? '');
    patterns.set(name, pattern);
    return pattern;
  };
  const waitFor = (request: PageRequest, ms: number) => {
    open.set(request, Date.now() + ms);
    setTimeout(() => {
      if ((open.get(request) ?? 0) > Date.now()) return;
      open.delete(request);
      onChange();
    }, ms + 1).unref();
  };

  return {
    mayFollow(request, isStreamed) {
      const pattern = patternOf(request);
      const may = pattern.hasFollowed || (isStreamed && pattern.quiet < MAX_QUIET_RESPONSES);
      if (isStreamed) pattern.quiet++;
      if (may) waitFor(request, MAX_QUIET_MS);
      return may;
    },
    onLate(request) {
      Object.assign(patternOf(request), { hasFollowed: true, quiet: 0 });
      if (open.has(request)) waitFor(request, MAX_QUIET_MS);
    },
    onEnd(request) {
      if (!open.has(request)) return;
      if (patternOf(request).hasFollowed) {
        waitFor(request, AFTER_END_MS);
        return;
      }
      open.delete(request);
      onChange();
    },
    count: () => open.size,
  };
}

/** Method and path without numbers and IDs. */
function patternName({ method, path }: PageRequest): string {
  return `${method} ${path.replace(/[^/]{0,100}\d[^/]{0,100}/g, '…')}`;
}
