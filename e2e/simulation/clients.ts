// Clients of Xero: one that follows the documentation, and one for each common fault.

import { diagnose } from '../../src/core/diagnose/diagnose.ts';
import type { Exchange } from '../../src/core/model/exchange.ts';
import { retryAdvice } from '../../src/core/retry/retry-advice.ts';
import type { Random } from './random.ts';
import type { VirtualClock } from './virtual-clock.ts';
import type { Request, VirtualXero } from './virtual-xero.ts';

interface World {
  readonly xero: VirtualXero;
  readonly clock: VirtualClock;
  readonly random: Random;
}

/** Sends a request, with retries until it succeeds or the client gives up. */
export type Client = (world: World, request: Request) => Promise<void>;

const keyMs = 361_000;

/** Runs at most five requests at once, pauses them all for a Retry-After, adds jitter, backs off exponentially, and reuses its key until Xero has forgotten it. */
export function careful(): Client {
  const queue = limiter(5);
  let pausedUntilMs = 0;
  return async ({ xero, clock, random }, request) => {
    let token = request.token;
    const key = request.method === 'POST' ? `key-${random()}` : undefined;
    for (let tries = 1; ; tries++) {
      const exchange = await queue(async () => {
        while (clock.now() < pausedUntilMs) await clock.sleep(pausedUntilMs - clock.now() + random() * 2_000);
        return xero.send({ ...request, ...optional('key', key), ...optional('token', token) });
      });
      const diagnosis = diagnose(exchange);
      const advice = retryAdvice(exchange, diagnosis, clock.now());
      const rule = diagnosis.row.retry.action;
      if (advice.kind === 'refresh-token' && token === 'old') {
        token = 'new';
      } else if (advice.kind === 'wait') {
        if (diagnosis.row.retry.limit) pausedUntilMs = Math.max(pausedUntilMs, advice.untilMs ?? 0);
        await clock.sleep((advice.seconds ?? 0) * 1000 + random() * 2_000);
      } else if (advice.kind === 'back-off' && rule.kind === 'back-off' && tries < rule.maxAttempts) {
        const maxMs = Math.min(rule.maxSeconds, rule.firstSeconds * rule.factor ** (tries - 1)) * 1000;
        const isStored = key !== undefined && exchange.response.status === 500;
        await clock.sleep(isStored ? keyMs + random() * maxMs : random() * maxMs);
      } else {
        return;
      }
    }
  };
}

interface Fault {
  /** The id of the finding that the fault must cause. */
  readonly finding: string;
  readonly client: () => Client;
}

/** Clients with one fault each, by name. */
export const faults: Readonly<Record<string, Fault>> = {
  'retries at a fixed delay': {
    finding: 'no-exponential-backoff',
    client: () => simple({ pause: () => 2_000, tries: 5 }),
  },
  'comes back without jitter': { finding: 'no-jitter', client: () => simple({ pause: () => 5_000, tries: 3 }) },
  'ignores Retry-After': {
    finding: 'retried-too-early',
    client: () => simple({ pause: (random) => 500 + random() * 500, tries: 4 }),
  },
  'retries a rejected request': {
    finding: 'retried-unchanged',
    client: () => simple({ pause: (random) => random() * 4_000, tries: 3, retries: ({ status }) => status >= 400 }),
  },
  'sends writes without a key': {
    finding: 'duplicate-write',
    client: () => simple({ pause: (random) => random() * 8_000, tries: 4 }),
  },
  'starts everything at once': {
    finding: 'concurrency-exceeded',
    client: () => simple({ pause: (random) => random() * 9_000, tries: 3 }),
  },
  'keeps the token': {
    finding: 'expired-token-reused',
    client: () => simple({ pause: (random) => random() * 4_000, tries: 3, retries: ({ status }) => status === 401 }),
  },
  'keeps the key for another body': { finding: 'idempotency-key-reused', client: keepsKey },
};

interface RetryBehavior {
  readonly pause: (random: Random) => number;
  readonly tries: number;
  readonly retries?: (response: Exchange['response']) => boolean;
}

/** A client with neither a queue nor a key, and with a fixed policy for pauses. */
function simple({ pause, tries, retries = ({ status }) => status === 429 || status >= 500 }: RetryBehavior): Client {
  return async ({ xero, clock, random }, request) => {
    for (let i = 0; i < tries; i++) {
      const { response } = await xero.send(request);
      if (!retries(response)) return;
      await clock.sleep(pause(random));
    }
  };
}

function keepsKey(): Client {
  return async ({ xero, clock, random }, request) => {
    const key = `key-${random()}`;
    const { response } = await xero.send({ ...request, key });
    if (response.status < 400) return;
    await clock.sleep(random() * 2_000);
    await xero.send({ ...request, key, body: { ...request.body, name: 'Corrected' } });
  };
}

/** Runs at most `max` tasks at once, in order. */
function limiter(max: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= max) await new Promise<void>((go) => waiting.push(go));
    else running++;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}

function optional<Name extends string, Value>(name: Name, value: Value | undefined): Partial<Record<Name, Value>> {
  return value === undefined ? {} : ({ [name]: value } as Record<Name, Value>);
}
