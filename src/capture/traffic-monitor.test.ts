import { describe, expect, test } from 'vitest';
import { type EntryOptions, harEntry } from '../testing/har-entry.ts';
import { createTrafficMonitor } from './traffic-monitor.ts';

const saveTime: EntryOptions = { method: 'POST', url: 'http://localhost:3000/app/save-time?token=s3cret', status: 502 };

describe('failed requests that aren’t for Xero', () => {
  const failed = (...entries: EntryOptions[]) => {
    const traffic = createTrafficMonitor();
    for (const entry of entries) traffic.countUnrelated(harEntry(entry));
    return traffic.failed;
  };

  test('are counted by method, host, path and status, without their query', () => {
    expect(failed(saveTime, saveTime, { ...saveTime, method: 'get' })).toEqual([
      { method: 'POST', hostname: 'localhost', path: '/app/save-time', status: 502, count: 2 },
      { method: 'GET', hostname: 'localhost', path: '/app/save-time', status: 502, count: 1 },
    ]);
  });

  test.each<[string, EntryOptions]>([
    ['succeeded', { status: 200 }],
    ['has no response', { status: 0 }],
    ['is a preflight', { method: 'OPTIONS' }],
    ['is for a file that doesn’t exist', { status: 404, url: 'http://localhost:3000/app.js.map' }],
    ['is for an image', { resourceType: 'image' }],
    ['looks like Xero’s behind a proxy', { url: 'http://localhost:3000/api/xero/ProjectsUsers' }],
    ['has a URL that can’t be parsed', { url: 'http://[' }],
    ['has an endless URL', { url: `http://localhost/${'x'.repeat(9_999)}` }],
  ])('don’t include one that %s', (_, entry) => {
    expect(failed({ ...saveTime, ...entry })).toEqual([]);
  });

  test('are limited in number, and forgotten on demand', () => {
    const traffic = createTrafficMonitor();
    for (let i = 0; i < 100; i++) traffic.countUnrelated(harEntry({ ...saveTime, url: `http://localhost/${i}` }));
    expect(traffic.failed).toHaveLength(20);
    expect(traffic.failed.at(-1)?.path).toBe('/99');
    traffic.forgetFailed();
    expect(traffic.failed).toEqual([]);
  });
});
