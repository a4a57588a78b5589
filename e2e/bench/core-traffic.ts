// Exchanges for benchmarks of the core: one third recorded responses, one third the catalogue's examples, one third lists.

import { diagnoses } from '../../src/catalogue/diagnoses/all.ts';
import type { Exchange } from '../../src/core/model/exchange.ts';
import { type ExchangeOptions, exchange } from '../../src/testing/exchange.ts';
import { sampleRequest, sampleResponse, samples } from '../../src/testing/fixtures/samples.ts';
import { createProjectList } from './project-list.ts';

export interface Traffic {
  /** New objects at each call, so that no cache helps. */
  readonly exchanges: () => Exchange[];
  /** The request and response bodies that are JSON. */
  readonly json: readonly string[];
}

export function createMixedTraffic(count: number): Traffic {
  return createTraffic(count, [recorded, examples, lists]);
}

/** Only failed exchanges: the bodies of successful ones aren't parsed. */
export function createFailedTraffic(count: number): Traffic {
  const failed = [...recorded, ...examples].filter(({ status = 200 }) => status >= 400);
  return createTraffic(count, [failed]);
}

const requestBody = JSON.stringify({
  contactId: '00000000-0000-0000-0000-000000000000',
  name: '',
  deadlineUtc: '2026-12-24T09:30:00Z',
  estimateAmount: { currency: 'NZD', value: 99.99 },
});

const recorded = samples.map(({ id, status }): ExchangeOptions => {
  const { headers, body } = sampleResponse(id);
  const { method, path } = sampleRequest(id);
  const lower = headers.map(([name, value]) => [name.toLowerCase(), value] as const);
  return withRequestBody({ method, url: `https://api.xero.com${path}`, status, headers: lower, body: String(body) });
});

const examples = diagnoses.map(({ example }): ExchangeOptions => withRequestBody({ method: 'POST', ...example }));

const lists = Array.from({ length: 10 }, (_, seed): ExchangeOptions => ({ body: createProjectList(4 + seed, seed) }));

function withRequestBody(options: ExchangeOptions): ExchangeOptions {
  return options.status === 400 ? { ...options, sent: requestBody } : options;
}

function createTraffic(count: number, groups: readonly (readonly ExchangeOptions[])[]): Traffic {
  const all = Array.from({ length: count }, (_, index) => {
    const group = groups[index % groups.length] ?? [];
    return group[Math.floor(index / groups.length) % group.length] ?? {};
  });
  const bodies = all.flatMap(({ body, sent }) => [body, sent]);
  return {
    exchanges: () => all.map((options, id) => exchange({ ...options, id })),
    json: bodies.filter((body): body is string => typeof body === 'string' && isJson(body)),
  };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    // XML, HTML, plain text, or truncated JSON: not part of the baseline.
    return false;
  }
}
