// The switch: what the server is to answer to the next calls, whatever they ask.

import { sampleAnswer, samples } from '../../../src/testing/fixtures/samples.ts';
import type { Answer } from '../http/http-response.ts';
import { type FailureId, failures } from './failures.ts';

/** A failure's id, the id of a recorded response, or the answer itself. */
export type Wanted = FailureId | Answer | (string & {});

export interface Control {
  /** Answers the next call so, or the next `times` calls; after those that were ordered before. */
  readonly next: (wanted: Wanted, options?: { readonly times?: number }) => void;
  /** Answers every call so that no `next` is left for, until `reset`. */
  readonly always: (wanted: Wanted) => void;
  /** Lets every call work for `ms` before it is answered. */
  readonly latency: (ms: number) => void;
  /** A new Xero: fresh data, full limits, no keys remembered, the switch off, the latency of the start. */
  readonly reset: () => void;
}

export interface Switch {
  readonly control: Control;
  /** The answer ordered for this call, taken off the list; `undefined`: let Xero answer. */
  readonly take: () => Answer | undefined;
  readonly latencyMs: () => number;
}

interface Hooks {
  readonly latencyMs: number;
  /** Called when answers are ordered that a client might quietly repeat on a fresh connection. */
  readonly onDropOrdered: () => void;
  readonly onReset: () => void;
}

export function createSwitch({ latencyMs: usualLatencyMs, onDropOrdered, onReset }: Hooks): Switch {
  let ordered: { readonly answer: Answer; left: number }[] = [];
  let standing: Answer | undefined;
  let latencyMs = usualLatencyMs;

  const order = (wanted: Wanted) => {
    const answer = answerOf(wanted);
    if (answer.action === 'drop') onDropOrdered();
    return answer;
  };
  const control: Control = {
    next: (wanted, { times = 1 } = {}) => {
      ordered.push({ answer: order(wanted), left: times });
    },
    always: (wanted) => {
      standing = order(wanted);
    },
    latency: (ms) => {
      latencyMs = ms;
    },
    reset: () => {
      ordered = [];
      standing = undefined;
      latencyMs = usualLatencyMs;
      onReset();
    },
  };

  const take = () => {
    const first = ordered[0];
    if (first === undefined) return standing;
    first.left -= 1;
    if (first.left <= 0) ordered.shift();
    return first.answer;
  };

  return { control, take, latencyMs: () => latencyMs };
}

function answerOf(wanted: Wanted): Answer {
  if (typeof wanted !== 'string') return wanted;
  if (Object.hasOwn(failures, wanted)) return failures[wanted as FailureId];
  if (samples.some((sample) => sample.id === wanted)) return sampleAnswer(wanted);
  throw new Error(`\`${wanted}\` is neither a failure nor a recorded response.`);
}
