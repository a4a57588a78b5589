// Retry-After values that make no sense, and those that do.

import type { Case, Verdict } from '../verdict.ts';

const token = { authorization: 'Bearer x.y.z', 'xero-tenant-id': '00000000-0000-4000-8000-000000000006' };

function limited(
  name: string,
  responseHeaders: Readonly<Record<string, string>>,
  verdict: Partial<Verdict> & Pick<Verdict, 'diagnosis'>,
  status = 429,
): Case {
  return {
    name,
    input: {
      method: 'GET',
      url: 'https://api.xero.com/projects.xro/2.0/Projects',
      requestHeaders: token,
      requestBody: null,
      status,
      responseHeaders,
      responseBody: '',
    },
    verdict: { retry: 'back-off', neverSays: [/\bwait 0\b/i, /-\d+ s\b/, /9,?999 s/], ...verdict },
  };
}

const date = 'Mon, 30 Nov 2026 02:22:07 GMT';

export const cases: readonly Case[] = [
  limited(
    'a Retry-After of 0 with the minute limit',
    { 'retry-after': '0', 'x-rate-limit-problem': 'minute' },
    {
      diagnosis: 'rate-limit-minute',
      says: [/Retry-After: 0 isn’t a usable delay/, /at most 60 seconds/],
    },
  ),
  limited(
    '2.8 hours with the minute limit',
    { 'retry-after': '9999', 'x-rate-limit-problem': 'minute' },
    {
      diagnosis: 'rate-limit-minute',
      says: [/longer than the limit’s window of 60 seconds/, /at most 60 seconds/],
    },
  ),
  limited(
    'a negative Retry-After',
    { 'retry-after': '-12', 'x-rate-limit-problem': 'Minute' },
    {
      diagnosis: 'rate-limit-minute',
      says: [/Retry-After: -12 is negative/],
    },
  ),
  limited(
    'words in Retry-After',
    { 'retry-after': 'a minute', 'x-rate-limit-problem': 'appminute' },
    {
      diagnosis: 'rate-limit-app-minute',
      says: [/neither whole seconds nor a date/, /at most 60 seconds/],
    },
  ),
  limited(
    'a day and a second with the day limit',
    { 'retry-after': '86401', 'x-rate-limit-problem': 'day' },
    {
      diagnosis: 'rate-limit-day',
      says: [/longer than the limit’s window of 86,400 seconds/, /at most 24 hours/],
    },
  ),
  limited(
    'the day limit without a Retry-After',
    { 'x-rate-limit-problem': 'DayLimit' },
    {
      diagnosis: 'rate-limit-day',
      says: [/at most 24 hours/],
      neverSays: [/Retry-After says/i],
    },
  ),
  limited(
    'a date in the past',
    { 'retry-after': 'Mon, 30 Nov 2026 02:00:00 GMT', date, 'x-rate-limit-problem': 'minute' },
    {
      diagnosis: 'rate-limit-minute',
      says: [/is in the past/],
    },
  ),
  limited(
    'a date without a time zone',
    { 'retry-after': '2026-11-30 02:22:29', date, 'x-rate-limit-problem': 'minute' },
    {
      diagnosis: 'rate-limit-minute',
      says: [/without a time zone/],
    },
  ),
  limited(
    'a date in another time zone',
    { 'retry-after': 'Mon, 30 Nov 2026 12:22:29 +1000', date, 'x-rate-limit-problem': 'minute' },
    {
      diagnosis: 'rate-limit-minute',
      retry: 'wait',
      seconds: 22,
      says: [/always in GMT/],
    },
  ),
  limited(
    'hours with too many requests in parallel',
    { 'retry-after': '9999', 'x-rate-limit-problem': 'concurrent' },
    {
      diagnosis: 'rate-limit-concurrent',
      says: [/counts requests in progress/, /fewer in parallel/],
    },
  ),
  limited(
    'a Retry-After of 0 with an outage',
    { 'retry-after': '0' },
    {
      diagnosis: 'service-unavailable',
      says: [/Retry-After: 0 isn’t a usable delay/],
    },
    503,
  ),
  // Plausible times.
  limited(
    'five seconds with too many requests in parallel',
    { 'retry-after': '5', 'x-rate-limit-problem': 'concurrent' },
    {
      diagnosis: 'rate-limit-concurrent',
      retry: 'wait',
      seconds: 5,
      neverSays: [/random delay/, /isn’t/, /Ignore/],
    },
  ),
  limited(
    'a minute with the minute limit',
    { 'retry-after': '60', 'x-rate-limit-problem': 'minute' },
    {
      diagnosis: 'rate-limit-minute',
      retry: 'wait',
      seconds: 60,
      neverSays: [/at most/, /Ignore/],
    },
  ),
  limited(
    'a whole day with the day limit',
    { 'retry-after': '86400', 'x-rate-limit-problem': 'day' },
    {
      diagnosis: 'rate-limit-day',
      retry: 'wait',
      seconds: 86_400,
      neverSays: [/at most/, /Ignore/],
    },
  ),
];
