// Scripted responses: what the server sends to the next requests, whatever they are.

import { sampleResponse, samples } from '../../../src/testing/fixtures/samples.ts';
import type { HttpResponse } from '../http/http-messages.ts';
import { type FailureId, failures } from './failures.ts';

/** A failure's id, the id of a recorded response, or the response itself. */
export type Scenario = FailureId | HttpResponse | (string & {});

export interface Control {
  /** Sends this to the next request, or the next `times` requests, after those that are already queued. */
  readonly next: (scenario: Scenario, options?: { readonly times?: number }) => void;
  /** Sends this to every request when the queue is empty, until `reset`. */
  readonly always: (scenario: Scenario) => void;
  /** Delays every response by `ms`. */
  readonly latency: (ms: number) => void;
  /** Back to the start: the initial data, full limits, no cached keys, no scripted responses, the initial latency. */
  readonly reset: () => void;
}

export interface Scenarios {
  readonly control: Control;
  /** Removes the next response from the queue and returns it; `undefined` if the API itself should respond. */
  readonly takeNext: () => HttpResponse | undefined;
  readonly latencyMs: () => number;
}

interface Hooks {
  readonly latencyMs: number;
  /** Called when a response is queued after which a client might silently repeat the request on a new connection. */
  readonly onDropQueued: () => void;
  readonly onReset: () => void;
}

export function createScenarios({ latencyMs: initialLatencyMs, onDropQueued, onReset }: Hooks): Scenarios {
  let queue: { readonly response: HttpResponse; remaining: number }[] = [];
  let fallback: HttpResponse | undefined;
  let latencyMs = initialLatencyMs;

  const prepare = (scenario: Scenario) => {
    const response = responseOf(scenario);
    if (response.action === 'drop') onDropQueued();
    return response;
  };
  const control: Control = {
    next: (scenario, { times = 1 } = {}) => {
      queue.push({ response: prepare(scenario), remaining: times });
    },
    always: (scenario) => {
      fallback = prepare(scenario);
    },
    latency: (ms) => {
      latencyMs = ms;
    },
    reset: () => {
      queue = [];
      fallback = undefined;
      latencyMs = initialLatencyMs;
      onReset();
    },
  };

  const takeNext = () => {
    const first = queue[0];
    if (first === undefined) return fallback;
    first.remaining -= 1;
    if (first.remaining <= 0) queue.shift();
    return first.response;
  };

  return { control, takeNext, latencyMs: () => latencyMs };
}

function responseOf(scenario: Scenario): HttpResponse {
  if (typeof scenario !== 'string') return scenario;
  if (Object.hasOwn(failures, scenario)) return failures[scenario as FailureId];
  if (samples.some((sample) => sample.id === scenario)) return sampleResponse(scenario);
  throw new Error(`\`${scenario}\` is neither a failure nor a recorded response.`);
}
