import { expect, test, vi } from 'vitest';
import type { ServerStats } from '../../core/model/server-stats.ts';
import { createLog } from '../../log/create-log.ts';
import { createNotices } from './notices.ts';
import { addServerNotices } from './server-notices.ts';

const none: ServerStats = { announcements: 1, received: 0, dropped: 0, failure: undefined };

function setUp() {
  const log = createLog();
  const host = { log, serverStats: none };
  const notices = createNotices();
  const stop = addServerNotices(notices, host);
  return {
    notices,
    stop,
    report(failure: ServerStats['failure']) {
      host.serverStats = { ...none, failure };
      log.notifyUnrelated(true);
    },
    texts: () => notices.all.value.map(({ text }) => text),
  };
}

test('says why requests can’t be shown, until they can', async () => {
  const { report, texts } = setUp();
  report({ kind: 'not-json', host: 'localhost:3000' });
  await vi.waitFor(() => expect(texts()).toEqual([expect.stringMatching(/^The requests that `localhost:3000` made/)]));
  report(undefined);
  expect(texts()).toEqual([]);
});

test('does not repeat a notice that was closed', async () => {
  const { notices, report, texts } = setUp();
  report({ kind: 'not-json', host: 'localhost:3000' });
  await vi.waitFor(() => expect(texts()).toHaveLength(1));
  for (const each of notices.all.value) notices.close(each);
  report({ kind: 'not-json', host: 'localhost:3000' });
  report({ kind: 'refused', host: 'localhost:3000' });
  await vi.waitFor(() => expect(texts()).toEqual([expect.stringContaining('refused')]));
});

test('says nothing about a server that was stopped, and nothing after it was removed', async () => {
  const { report, stop, texts } = setUp();
  report({ kind: 'network', host: 'localhost:3000' });
  stop();
  report({ kind: 'not-json', host: 'localhost:3000' });
  await import('../../core/server-requests/failures.ts');
  expect(texts()).toEqual([]);
});
