// Source: Xero’s FAQ on API limits and the response-codes page of the Projects API, read 2026-11-22.
// 429 responses, and the 503 responses that Xero sent for rate limits before it used 429.

import { gatewayRecording, inference, limits, responseCodes, secondary } from '../citation.ts';
import type { DiagnosisRow } from './row.ts';
import { HTML_HEADERS, PROXY_URL, responseCodesPage } from './row-parts.ts';

const limitsPage = 'https://developer.xero.com/faq/limits';

const legacyLimit = secondary(
  'calcinai/xero-php issue 352 and its tests',
  'https://github.com/calcinai/xero-php/issues/352',
);

export const rateLimits = [
  {
    id: 'rate-limit-app-minute',
    when: [{ status: [429], header: { name: 'x-rate-limit-problem', includes: ['app'] } }],
    severity: 'warning',
    title: 'App minute limit reached',
    meaning: 'Your app sent more than 10,000 requests in a minute, across all tenants.',
    fix: 'Slow the whole app down until the minute is over, and spread the tenants’ requests over time.',
    docsUrl: limitsPage,
    retry: {
      action: { kind: 'back-off', firstSeconds: 15, factor: 2, maxSeconds: 60, maxAttempts: 4 },
      advice: 'Pause the requests for every tenant until the minute is over.',
      executed: 'no',
      limit: 'app-minute',
      citation: limits,
    },
    client: { pausesAllRequests: true },
    example: {
      status: 429,
      headers: { 'x-rate-limit-problem': 'appminute', 'x-appminlimit-remaining': '0' },
    },
    citations: [
      limits,
      secondary('The header’s value for this limit isn’t confirmed: `appminute`, `app-minute` and `app` are reported'),
    ],
  },
  {
    id: 'rate-limit-minute',
    when: [{ status: [429], header: { name: 'x-rate-limit-problem', includes: ['minute'] } }],
    severity: 'warning',
    title: 'Minute limit reached',
    meaning: 'Your app sent more than 60 requests to this organisation in a minute.',
    fix: 'Wait until the minute limit resets. Request larger pages and fewer single records.',
    docsUrl: limitsPage,
    retry: {
      action: { kind: 'back-off', firstSeconds: 15, factor: 2, maxSeconds: 60, maxAttempts: 4 },
      advice: 'Add a short random delay, so that waiting requests don’t all start at once.',
      executed: 'no',
      limit: 'minute',
      citation: limits,
    },
    example: {
      status: 429,
      headers: {
        'retry-after': '22',
        'x-rate-limit-problem': 'minute',
        'x-minlimit-remaining': '0',
        'x-daylimit-remaining': '4539',
      },
    },
    citations: [limits, gatewayRecording],
  },
  {
    id: 'rate-limit-day',
    when: [{ status: [429], header: { name: 'x-rate-limit-problem', includes: ['day', 'daily'] } }],
    severity: 'error',
    title: 'Day limit reached',
    meaning: 'Your app used up its requests to this organisation for the day: 5,000, or 1,000 on the Starter tier.',
    fix: 'Stop the queue for this organisation until the day limit resets.',
    docsUrl: limitsPage,
    retry: {
      action: { kind: 'back-off', firstSeconds: 900, factor: 2, maxSeconds: 14_400, maxAttempts: 10 },
      advice: 'Don’t keep the process waiting. Schedule the work for later.',
      executed: 'no',
      limit: 'day',
      citation: limits,
    },
    example: {
      status: 429,
      headers: {
        'retry-after': '66975',
        'x-rate-limit-problem': 'day',
        'x-minlimit-remaining': '60',
        'x-daylimit-remaining': '0',
      },
    },
    citations: [limits],
  },
  {
    id: 'rate-limit-concurrent',
    when: [{ status: [429], header: { name: 'x-rate-limit-problem', includes: ['concurrent'] } }],
    severity: 'warning',
    title: 'Too many concurrent requests',
    meaning: 'More than five requests from your app to this organisation were in progress at the same time.',
    fix: 'Keep at most five requests in flight for each organisation.',
    docsUrl: limitsPage,
    retry: {
      action: { kind: 'back-off', firstSeconds: 0.25, factor: 2, maxSeconds: 2, maxAttempts: 5 },
      advice: 'Wait for a request in progress to finish.',
      executed: 'no',
      limit: 'concurrent',
      citation: secondary('it-peoplelogy/laravel-xero-bridge (no Retry-After for this limit)'),
    },
    client: { inFlightLimit: 'concurrent' },
    example: { status: 429, headers: { 'x-rate-limit-problem': 'concurrent' } },
    citations: [limits],
  },
  {
    id: 'rate-limit-unknown',
    when: [{ status: [429] }],
    severity: 'warning',
    title: 'Rate limit reached (limit unknown)',
    meaning: 'One of Xero’s limits was reached, but the response has no `X-Rate-Limit-Problem` to name it.',
    fix: 'Slow down. If you use a proxy, have it forward `X-Rate-Limit-Problem` and `Retry-After`.',
    docsUrl: limitsPage,
    retry: {
      action: { kind: 'back-off', firstSeconds: 2, factor: 2, maxSeconds: 60, maxAttempts: 6 },
      advice: 'Back off until requests succeed again.',
      executed: 'no',
      citation: limits,
    },
    example: { status: 429 },
    citations: [limits],
    variants: [
      {
        when: [{ status: [429], origin: 'unknown' }],
        title: 'Rate limit reached (may not be from Xero)',
        meaning: 'A rate limit was reached, and the response doesn’t show whether it’s Xero’s or another server’s.',
        fix: 'Slow down and check your own server’s limits. Have it forward `X-Rate-Limit-Problem` and `Retry-After`.',
        retry: {
          action: { kind: 'back-off', firstSeconds: 2, factor: 2, maxSeconds: 60, maxAttempts: 6 },
          advice: 'Back off until requests succeed again.',
          executed: 'no',
          citation: inference,
        },
        example: {
          url: PROXY_URL,
          status: 429,
          headers: HTML_HEADERS,
          body: 'Too many requests, please try again later.',
        },
        citations: [inference, limits],
      },
    ],
  },
  {
    id: 'rate-limit-legacy',
    when: [
      { status: [503], bodyIncludes: ['rate limit exceeded'] },
      { status: [503], header: { name: 'x-rate-limit-problem', includes: [] } },
    ],
    severity: 'warning',
    title: 'Rate limit reached (legacy 503)',
    meaning: 'The rate limit for this organisation and app was exceeded, reported as 503 instead of the current 429.',
    fix: 'Slow down to at most 60 requests a minute, 5,000 a day and five at once for each organisation.',
    docsUrl: responseCodesPage,
    retry: {
      action: { kind: 'back-off', firstSeconds: 60, factor: 2, maxSeconds: 3_600, maxAttempts: 6 },
      advice: 'Retry in the next minute, or on the next day if it’s the day limit.',
      executed: 'no',
      citation: legacyLimit,
    },
    example: {
      status: 503,
      headers: { 'x-rate-limit-problem': 'minute' },
      body: 'oauth_problem=rate%20limit%20exceeded&oauth_problem_advice=please%20wait%20before%20retrying%20the%20xero%20api',
    },
    citations: [responseCodes, legacyLimit],
    variants: [
      {
        when: [{ status: [503], header: { name: 'x-rate-limit-problem', includes: ['day', 'daily'] } }],
        severity: 'error',
        title: 'Day limit reached (legacy 503)',
        meaning:
          'The day’s requests for this organisation and app are used up, reported as 503 instead of the current 429.',
        fix: 'Stop the queue for this organisation and schedule it for the next day.',
        retry: {
          action: { kind: 'back-off', firstSeconds: 900, factor: 2, maxSeconds: 14_400, maxAttempts: 10 },
          advice: 'Don’t keep the process waiting. Schedule the work for the next day.',
          executed: 'no',
          limit: 'day',
          citation: legacyLimit,
        },
        example: {
          status: 503,
          headers: { 'x-rate-limit-problem': 'daily' },
          body: 'oauth_problem=rate limit exceeded&oauth_problem_advice=please wait before retrying the xero api',
        },
      },
    ],
  },
] as const satisfies readonly DiagnosisRow[];
