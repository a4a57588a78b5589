// Thousands of simulated sessions: every fault of a client is found, and a careful client has none.

import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/testing/run-sequence.ts';
import { sessionOf } from '../../src/testing/timed-exchanges.ts';
import { type Client, careful, faults } from './clients.ts';
import { randomFrom } from './random.ts';
import { createClock } from './virtual-clock.ts';
import { createXero, type Disruptions, type Request } from './virtual-xero.ts';

const startMs = Date.UTC(2026, 10, 22, 14, 0, 0);
const seeds = (count: number) => Array.from({ length: count }, (_, seed) => seed + 1);

interface Scenario {
  readonly disruptions: Disruptions;
  readonly work: readonly Request[];
}

const read = (i: number): Request => ({ method: 'GET', path: `/Projects?page=${i + 1}&pageSize=500` });
const write = (i: number): Request => ({
  method: 'POST',
  path: '/Projects',
  body: { name: `Project ${i}`, contactId: 'c' },
});
const many = (count: number, make: (i: number) => Request) => Array.from({ length: count }, (_, i) => make(i));
const outage = (seconds: number, status: number, body = '') => ({ untilMs: startMs + seconds * 1000, status, body });
const unavailable = 'The Xero API is temporarily unavailable';

/** Problems at Xero, and the requests sent meanwhile. */
const scenarios: Readonly<Record<string, Scenario>> = {
  'the minute is used up': { disruptions: { used: 55 }, work: many(12, read) },
  'a long burst': { disruptions: {}, work: many(70, read) },
  'Xero is unavailable': { disruptions: { outage: outage(40, 503, unavailable) }, work: many(8, read) },
  'the server fails': { disruptions: { outage: outage(6, 500) }, work: many(6, write) },
  'a body is rejected': { disruptions: {}, work: [{ method: 'POST', path: '/Projects', body: { name: '' } }] },
  'the token is old': { disruptions: {}, work: [{ ...read(0), token: 'old' }] },
};

/** The scenario that reveals each fault. */
const shownBy: Readonly<Record<string, keyof typeof scenarios>> = {
  'retries at a fixed delay': 'Xero is unavailable',
  'comes back without jitter': 'Xero is unavailable',
  'ignores Retry-After': 'the minute is used up',
  'retries a rejected request': 'a body is rejected',
  'sends writes without a key': 'the server fails',
  'starts everything at once': 'a long burst',
  'keeps the token': 'the token is old',
  'keeps the key for another body': 'a body is rejected',
};

async function findingsOf(client: Client, { disruptions, work }: Scenario, seed: number): Promise<Map<string, string>> {
  const clock = createClock(startMs);
  const random = randomFrom(seed);
  const xero = createXero(clock, random, disruptions);
  await clock.run(work.map((request) => client({ xero, clock, random }, request)));
  const session = sessionOf(xero.exchanges);
  const found = xero.exchanges.flatMap((each) => evaluate(xero.exchanges, each, clock.now(), session));
  return new Map(found.map(({ ruleId, severity }) => [ruleId, severity]));
}

describe('a careful client', () => {
  test.each(Object.keys(scenarios))('has no fault when %s', { timeout: 60_000 }, async (name) => {
    let recovered = 0;
    for (const seed of seeds(300)) {
      const findings = await findingsOf(careful(), scenarios[name] as Scenario, seed);
      if (findings.has('recovered')) recovered++;
      const bad = [...findings].filter(([, severity]) => severity === 'error' || severity === 'warning');
      expect(bad, `seed ${seed}`).toEqual([]);
    }
    // A rejected body is never retried; everything else succeeds after retries.
    expect(recovered).toBe(name === 'a body is rejected' ? 0 : 300);
  });
});

describe('a client that', () => {
  test.each(Object.entries(faults))('%s is detected', { timeout: 60_000 }, async (name, { finding, client }) => {
    const scenario = scenarios[shownBy[name] ?? ''] as Scenario;
    for (const seed of seeds(150)) {
      const findings = await findingsOf(client(), scenario, seed);
      expect([...findings.keys()], `seed ${seed}`).toContain(finding);
    }
  });
});

test('has a scenario for every fault', () => {
  expect(Object.keys(shownBy).sort()).toEqual(Object.keys(faults).sort());
});
