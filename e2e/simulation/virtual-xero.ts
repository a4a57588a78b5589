// Xero in virtual time: the local server's limits, idempotency keys and optional outages. Records every exchange.

import type { Exchange } from '../../src/core/model/exchange.ts';
import { exchange, root } from '../../src/testing/exchange.ts';
import { unreadableToken } from '../../src/testing/timed-exchanges.ts';
import { createLimits, documentedLimits } from '../fake-xero/gateway/limits.ts';
import type { Random } from './random.ts';
import type { VirtualClock } from './virtual-clock.ts';

export interface Request {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: object;
  readonly key?: string;
  readonly token?: string;
}

export interface VirtualXero {
  readonly send: (request: Request) => Promise<Exchange>;
  /** In the order of their responses. */
  readonly exchanges: readonly Exchange[];
}

export interface Disruptions {
  /** The response to every request until `untilMs`. */
  readonly outage?: { readonly untilMs: number; readonly status: number; readonly body: string };
  /** Requests of the minute limit that are already used up. */
  readonly used?: number;
}

const tenant = 'e1eede29-f875-4a5d-8470-17f6a29a88b1';
const keyMs = 360_000;

export function createXero(clock: VirtualClock, random: Random, { outage, used = 0 }: Disruptions): VirtualXero {
  const admit = createLimits(documentedLimits, clock.now);
  const keys = new Map<string, { body: string; result: Result; atMs: number }>();
  const exchanges: Exchange[] = [];
  let ids = 0;
  for (let i = 0; i < used; i++) admit('app', tenant).release();

  const respond = (request: Request): Result => {
    const body = JSON.stringify(request.body ?? null);
    const stored = request.key === undefined ? undefined : keys.get(request.key);
    if (stored && clock.now() < stored.atMs + keyMs) {
      if (stored.body === body) return stored.result;
      return { status: 400, body: '{"message":"The idempotency key is used with a different request"}' };
    }
    const result = work(request);
    if (request.key !== undefined) keys.set(request.key, { body, result, atMs: clock.now() });
    return result;
  };

  const work = ({ method, body }: Request): Result => {
    if (outage && clock.now() < outage.untilMs) return outage;
    if (body && 'name' in body && body.name === '') {
      return { status: 400, body: '{"message":"The request is invalid.","modelState":{"model.Name":["No"]}}' };
    }
    return { status: 200, body: method === 'POST' ? `{"projectId":"p${++ids}"}` : '{"items":[]}' };
  };

  return {
    exchanges,
    async send(request) {
      const startedMs = clock.now();
      await clock.sleep(20 + random() * 80);
      const { rejection, remaining, release } = admit('app', tenant);
      const result = rejection ? { status: 429, body: '' } : respond(request);
      await clock.sleep(30 + random() * 200);
      release();
      const { key, method, path, body, token } = request;
      const recorded = exchange({
        id: exchanges.length + 1,
        method,
        url: `${root}${path}`,
        startedMs,
        durationMs: clock.now() - startedMs,
        sent: body,
        sentHeaders: { 'xero-tenant-id': tenant, ...(key === undefined ? {} : { 'idempotency-key': key }) },
        status: token === 'old' ? 401 : result.status,
        body: token === 'old' ? '{"Status":401,"Detail":"TokenExpired: token expired"}' : result.body,
        headers: {
          'x-minlimit-remaining': String(remaining.minute ?? 0),
          'x-daylimit-remaining': String(remaining.day ?? 0),
          ...(rejection ? { 'x-rate-limit-problem': rejection.problem } : {}),
          ...(rejection?.retryAfterSeconds === undefined ? {} : { 'retry-after': String(rejection.retryAfterSeconds) }),
        },
      });
      const withToken = { ...recorded, request: { ...recorded.request, token: unreadableToken(token ?? 'good') } };
      exchanges.push(withToken);
      return withToken;
    },
  };
}

interface Result {
  readonly status: number;
  readonly body: string;
}
