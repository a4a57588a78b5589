// Assembles the recorder and installs its hooks in this process.

import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';
import { hookIncoming } from './hooks/incoming.ts';
import { hookOutgoingHttp } from './hooks/outgoing-http.ts';
import { hookOutgoingUndici } from './hooks/outgoing-undici.ts';
import { createLateRequests } from './protocol/late-requests.ts';
import { createLongPolls } from './protocol/long-polls.ts';
import { formatHeader } from './protocol/query.ts';
import { createRecorderResponse } from './protocol/recorder-response.ts';
import { serve } from './protocol/serve.ts';
import type { Guard } from './recording/guard.ts';
import { createHarFile } from './recording/har-file.ts';
import type { RecorderOptions } from './recording/options.ts';
import type { PageRequest } from './recording/page-request.ts';
import { createRecorder } from './recording/recorder.ts';
import { createStore } from './recording/store.ts';

export function install(options: RecorderOptions, guard: Guard, version: string): void {
  const key = randomBytes(16).toString('base64url');
  const context = new AsyncLocalStorage<PageRequest>();
  const store = createStore();
  const har = options.har === '' ? undefined : createHarFile(options.har, version, guard);
  const polls = createLongPolls(store.last, () => recorder.underWay() + late.count());
  const late = createLateRequests(polls.check);
  const recorder = createRecorder({
    options,
    guard,
    store,
    context,
    onLate: (page) => late.onLate(page),
    onChange(entry) {
      if (entry !== undefined) har?.add(entry);
      polls.check();
    },
  });
  /** The sequence number of the last entry that a browser has fetched. */
  let lastRead = 0;

  hookOutgoingHttp(recorder, guard);
  hookOutgoingUndici(recorder, guard);
  hookIncoming({
    guard,
    context,
    allowedHosts: options.allowedHosts,
    headerFor(page, isStreamed) {
      const mayFollow = late.mayFollow(page, isStreamed);
      const isNew = page.underWay > 0 || page.firstSequence !== undefined || store.last() > lastRead;
      if (!mayFollow && !isNew) return undefined;
      // Another browser may have fetched the entries of this one's request.
      return formatHeader(key, Math.min(lastRead, (page.firstSequence ?? Number.POSITIVE_INFINITY) - 1), page.id);
    },
    onEnd: late.onEnd,
    serve(request, response, server) {
      serve(request, response, {
        rules: { ...options, key },
        polls,
        createRecorderResponse: (query) =>
          createRecorderResponse(store, query, { version, key, inFlight: recorder.underWay() + late.count() }),
        onRead(next) {
          lastRead = Math.max(lastRead, next);
        },
        isClosing: () => !server.listening,
      });
    },
  });
  process.once('exit', () => {
    recorder.flush();
    har?.flush();
  });
}
