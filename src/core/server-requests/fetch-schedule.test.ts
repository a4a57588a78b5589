import { describe, expect, test } from 'vitest';
import { createFetchSchedule } from './fetch-schedule.ts';
import type { EntriesResponse, RecorderResponse } from './parse-recorder-response.ts';

const keyOf = (letter: string) => letter.repeat(22);
const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(keyOf) as [string, string, string, string];
const url = 'http://localhost:3000/app';

function setUp() {
  const schedule = createFetchSchedule();
  let nowMs = 1_000_000;
  return {
    schedule,
    wait(ms: number) {
      nowMs += ms;
    },
    announce: (key = a, cursor = 0, at = url) => schedule.addHeader({ key, cursor, request: 1 }, at),
    /** The queries of the fetches that start now. */
    due: () => schedule.takeDue(nowMs).map(({ address }) => new URL(address).search.slice('?xero-inspector='.length)),
    respond: (response: RecorderResponse, key = a) => schedule.addResponse(key, response, nowMs),
    /** Until the next fetch is due; `undefined` if none will be. */
    get delayMs() {
      const dueMs = schedule.nextDueMs();
      return dueMs === undefined ? undefined : Math.max(0, dueMs - nowMs);
    },
  };
}

function entries(next: number, fields: Partial<EntriesResponse> = {}): EntriesResponse {
  return { kind: 'entries', entries: [], next, isInFlight: false, dropped: 0, hasMore: false, ...fields };
}

const anEntry = { entry: {}, origin: { app: undefined, process: '', sequence: 1, pageRequest: undefined } };

function failed(failure: Extract<RecorderResponse, { kind: 'failure' }>['failure']): RecorderResponse {
  return { kind: 'failure', failure };
}

test('fetches nothing before a header arrives', () => {
  const { due, delayMs } = setUp();
  expect(due()).toEqual([]);
  expect(delayMs).toBeUndefined();
});

test('starts at the cursor of the header, and continues at its own', () => {
  const { announce, due, respond } = setUp();
  announce(a, 5);
  expect(due()).toEqual([`${a}.5`]);
  respond(entries(8, { entries: [anEntry] }));
  expect(due()).toEqual([]);
  announce(a, 5);
  expect(due()).toEqual([`${a}.8`]);
});

test('coalesces the headers that arrive during a fetch', () => {
  const { announce, due, respond } = setUp();
  announce();
  expect(due()).toHaveLength(1);
  for (let i = 0; i < 1_000; i++) announce();
  expect(due()).toEqual([]);
  respond(entries(3, { entries: [anEntry] }));
  expect(due()).toEqual([`${a}.3`]);
  respond(entries(3));
  expect(due()).toEqual([]);
});

test('fetches again at once while there is more or something is under way', () => {
  const test = setUp();
  test.announce();
  test.due();
  test.respond(entries(2, { hasMore: true }));
  expect(test.due()).toEqual([`${a}.2`]);
  test.respond(entries(4, { entries: [anEntry], isInFlight: true }));
  expect(test.due()).toEqual([`${a}.4`]);
  test.wait(10_000);
  test.respond(entries(4, { isInFlight: true }));
  expect(test.due()).toEqual([`${a}.4`]);
});

test('slows down if a server keeps announcing requests but sends none, and finally stops', () => {
  const test = setUp();
  test.announce();
  let [fetches, elapsedMs] = [0, 0];
  while (test.delayMs !== undefined) {
    elapsedMs += test.delayMs;
    test.wait(test.delayMs);
    test.due();
    test.respond(entries(0, { isInFlight: true }));
    fetches++;
  }
  expect(fetches).toBe(90);
  expect(elapsedMs).toBeGreaterThan(300_000);
});

describe('a hostile page', () => {
  test('causes one fetch at a time with any number of keys', () => {
    const { announce, due } = setUp();
    for (let i = 0; i < 1_000; i++) announce(String(i).padStart(22, '0'));
    expect(due()).toHaveLength(1);
    for (let i = 0; i < 1_000; i++) announce(String(i).padStart(22, 'x'));
    expect(due()).toEqual([]);
  });

  test('waits longer after each wrong key', () => {
    const test = setUp();
    let fetches = 0;
    // Two minutes, with a new key each 10 ms.
    for (let i = 0; i < 12_000; i++) {
      test.announce(String(i).padStart(22, '0'));
      for (const query of test.due()) {
        fetches++;
        test.respond(failed('not-json'), query.slice(0, 22));
      }
      test.wait(10);
    }
    expect(fetches).toBeLessThan(12);
  });

  test('causes a few fetches a second even if all get a response', () => {
    const test = setUp();
    let fetches = 0;
    for (let i = 0; i < 6_000; i++) {
      test.announce();
      for (const _ of test.due()) {
        fetches++;
        test.respond(entries(fetches, { entries: [anEntry], hasMore: true }));
      }
      test.wait(10);
    }
    expect(fetches).toBeLessThan(60 + 60 * 5 + 5);
  });

  test.each(['data:text/html,a', 'chrome-extension://a/b', 'nonsense'])('causes no fetch from %s', (at) => {
    const { announce, due } = setUp();
    announce(a, 0, at);
    expect(due()).toEqual([]);
  });
});

describe('two processes', () => {
  function verified(...keys: readonly string[]) {
    const test = setUp();
    for (const key of keys) {
      test.announce(key);
      test.due();
      test.respond(entries(1, { entries: [anEntry] }), key);
    }
    return test;
  }

  test('do not wait for each other', () => {
    const { announce, due } = verified(a, b);
    announce(a);
    announce(b);
    expect(due()).toEqual([`${a}.1`, `${b}.1`]);
  });

  test('and more take turns, and leave room for a new one', () => {
    const test = verified(a, b, c);
    for (const key of [a, b, c, d]) test.announce(key);
    expect(test.due()).toEqual([`${a}.1`, `${b}.1`, `${d}.0`]);
    test.respond(entries(2, { entries: [anEntry], hasMore: true }), a);
    expect(test.due()).toEqual([`${c}.1`]);
  });

  test('have their own cursors after a restart', () => {
    const { announce, due, respond } = verified(a);
    announce(a);
    expect(due()).toEqual([`${a}.1`]);
    respond(failed('network'));
    announce(b, 0);
    expect(due()).toEqual([`${b}.0`]);
  });
});

describe('a failure', () => {
  test('that may be temporary is retried a few times before it is reported', () => {
    const test = setUp();
    test.announce();
    for (let i = 1; i < 5; i++) {
      expect(test.due()).toHaveLength(1);
      expect(test.respond(failed('other-process')).failure).toBeUndefined();
      test.wait(test.delayMs ?? Number.NaN);
    }
    expect(test.due()).toHaveLength(1);
    expect(test.respond(failed('other-process')).failure).toBe('other-process');
    expect(test.delayMs).toBeUndefined();
  });

  test.each(['page-policy', 'no-cors', 'not-json', 'refused', 'too-large', 'newer-version', 'invalid'] as const)(
    'such as %s is reported at once, and tried again after the next header',
    (failure) => {
      const test = setUp();
      test.announce();
      test.due();
      expect(test.respond(failed(failure)).failure).toBe(failure);
      expect(test.delayMs).toBeUndefined();
      test.announce();
      expect(test.due()).toEqual([]);
      expect(test.delayMs).toBe(1_000);
      test.wait(1_000);
      expect(test.due()).toEqual([`${a}.0`]);
    },
  );

  test('is forgotten with the page', () => {
    const { announce, due, respond, schedule } = setUp();
    announce();
    due();
    respond(failed('page-policy'));
    schedule.onNavigated();
    announce();
    expect(due()).toEqual([`${a}.0`]);
  });
});

describe('an entry in parts', () => {
  const text = JSON.stringify({
    log: { entries: [{ _xeroServer: { sequence: 1 } }], _xeroInspector: { protocol: 1, key: a, next: 1 } },
  });
  const part = (offset: number, end: number, total = text.length): RecorderResponse => {
    return { kind: 'part', sequence: 1, offset, total, text: text.slice(offset, end) };
  };

  test('is fetched part by part', () => {
    const { announce, due, respond } = setUp();
    announce();
    expect(due()).toEqual([`${a}.0`]);
    respond(part(0, 20));
    expect(due()).toEqual([`${a}.0&from=20`]);
    respond(part(20, 50));
    expect(due()).toEqual([`${a}.0&from=50`]);
    expect(respond(part(50, text.length)).entries).toMatchObject([{ origin: { sequence: 1 } }]);
    announce();
    expect(due()).toEqual([`${a}.1`]);
  });

  test.each<[string, RecorderResponse]>([
    ['a gap', part(30, 50)],
    ['another total', part(20, 50, text.length + 1)],
    ['another entry', { ...part(20, 50), sequence: 2 } as RecorderResponse],
  ])('is given up after %s', (_, second) => {
    const { announce, due, respond, wait } = setUp();
    announce();
    due();
    respond(part(0, 20));
    due();
    expect(respond(second).failure).toBe('invalid');
    announce();
    wait(1_000);
    expect(due()).toEqual([`${a}.0`]);
  });
});

describe('following', () => {
  test('waits for the next entry of a process that has responded', () => {
    const test = setUp();
    test.schedule.setFollowing(true);
    test.announce();
    expect(test.due()).toEqual([`${a}.0`]);
    test.respond(entries(1, { entries: [anEntry] }));
    expect(test.due()).toEqual([`${a}.1&follow`]);
    test.wait(25_000);
    test.respond(entries(1));
    expect(test.due()).toEqual([`${a}.1&follow`]);
    test.respond(entries(2, { entries: [anEntry] }));
    test.schedule.setFollowing(false);
    expect(test.due()).toEqual([]);
  });

  test('is slow if the server does not wait', () => {
    const test = setUp();
    test.schedule.setFollowing(true);
    test.announce();
    test.due();
    for (let i = 0; i < 20; i++) {
      test.respond(entries(0));
      test.wait(test.delayMs ?? Number.NaN);
      test.due();
    }
    test.respond(entries(0));
    expect(test.delayMs).toBe(5_000);
  });

  test('ends when the process does not respond any more', () => {
    const test = setUp();
    test.schedule.setFollowing(true);
    test.announce();
    test.due();
    test.respond(entries(1));
    for (let i = 0; i < 10; i++) {
      test.wait(30_000);
      if (test.due().length > 0) test.respond(failed('network'));
    }
    expect(test.delayMs).toBeUndefined();
  });
});
