import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createPageRequest } from '../recording/page-request.ts';
import { createLateRequests } from './late-requests.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const request = (path = '/app/time') => createPageRequest('GET', path);

describe('a request to Xero may follow', () => {
  test('a streamed response, until it ends', () => {
    const onChange = vi.fn();
    const late = createLateRequests(onChange);
    const streamed = request();
    expect(late.mayFollow(streamed, true)).toBe(true);
    expect(late.count()).toBe(1);
    late.onEnd(streamed);
    expect(late.count()).toBe(0);
    expect(onChange).toHaveBeenCalledOnce();
  });

  test('no other response', () => {
    const late = createLateRequests(() => {});
    expect(late.mayFollow(request(), false)).toBe(false);
    expect(late.count()).toBe(0);
  });

  test('for 2 seconds after the end, once one has followed a response of that path, whatever its numbers', () => {
    const late = createLateRequests(() => {});
    late.onLate(request('/app/12/time?a=1'));
    const next = request('/app/34/time');
    expect(late.mayFollow(next, false)).toBe(true);
    late.onEnd(next);
    vi.advanceTimersByTime(1_900);
    expect(late.count()).toBe(1);
    vi.advanceTimersByTime(200);
    expect(late.count()).toBe(0);
    expect(late.mayFollow(request('/app/34/projects'), false)).toBe(false);
  });

  test('for 30 seconds without one, extended by each', () => {
    const late = createLateRequests(() => {});
    const events = request();
    late.mayFollow(events, true);
    vi.advanceTimersByTime(29_000);
    late.onLate(events);
    vi.advanceTimersByTime(29_000);
    expect(late.count()).toBe(1);
    vi.advanceTimersByTime(2_000);
    expect(late.count()).toBe(0);
  });

  test('no streamed response of a path after three that none followed, until one does', () => {
    const late = createLateRequests(() => {});
    const seen = [1, 2, 3, 4].map(() => late.mayFollow(request(), true));
    expect(seen).toEqual([true, true, true, false]);
    late.onLate(request());
    expect(late.mayFollow(request(), true)).toBe(true);
  });
});

test('remembers a bounded number of paths', () => {
  const late = createLateRequests(() => {});
  const paths = Array.from({ length: 600 }, (_, i) => `/${String.fromCharCode(0x4e00 + i)}`);
  for (const path of paths) late.onLate(request(path));
  expect(late.mayFollow(request(paths[0]), false)).toBe(false);
  expect(late.mayFollow(request(paths[599]), false)).toBe(true);
});
