// The switch over HTTP, for the sample app: `POST /__xero/next` and its siblings.

import type { Tokens, TokenWish } from '../gateway/tokens.ts';
import type { Answer, Question } from '../http/http-response.ts';
import { ids, organisations } from '../operations/seed.ts';
import type { Control, Wanted } from './scenario-control.ts';

export const controlRoot = '/__xero/';

interface Order {
  readonly answer: Wanted;
  readonly times?: number;
  readonly ms: number;
}

/** Carries out one order. A mistake in it is answered 400, in words. */
export function answerControl(question: Question, control: Control, tokens: Tokens): Answer {
  try {
    const name = new URL(question.path, 'http://localhost').pathname.slice(controlRoot.length);
    const order = question.body === '' ? {} : JSON.parse(question.body);
    return json(200, obey(name, order, control, tokens));
  } catch (error) {
    return json(400, { error: String(error) });
  }
}

function obey(name: string, order: Order & TokenWish, control: Control, tokens: Tokens): object {
  if (name === 'next') control.next(order.answer, { times: order.times ?? 1 });
  else if (name === 'always') control.always(order.answer);
  else if (name === 'latency') control.latency(order.ms);
  else if (name === 'reset') control.reset();
  else if (name === 'token') return { token: tokens.mint(order) };
  else if (name === 'data') return { ids, organisations };
  else throw new Error(`There is no \`${controlRoot}${name}\`.`);
  return {};
}

function json(status: number, value: object): Answer {
  const headers = [
    ['Content-Type', 'application/json; charset=utf-8'],
    ['Cache-Control', 'no-store'],
    // A connection that has carried an order must not carry a call: see `trackSockets`.
    ['Connection', 'close'],
  ] as const;
  return { status, headers, body: JSON.stringify(value) };
}
