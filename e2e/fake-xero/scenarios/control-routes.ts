// Scripts responses over HTTP, for the sample app: `POST /__xero/next` and the like.

import type { TokenOptions, Tokens } from '../gateway/tokens.ts';
import type { HttpRequest, HttpResponse } from '../http/http-messages.ts';
import { ids, organisations } from '../operations/seed.ts';
import type { Control, Scenario } from './scenario-control.ts';

export const controlRoot = '/__xero/';

interface Command {
  readonly scenario: Scenario;
  readonly times?: number;
  readonly ms: number;
}

/** Runs one command. An invalid one gets a 400 with a message. */
export function respondToControl(request: HttpRequest, control: Control, tokens: Tokens): HttpResponse {
  try {
    const name = new URL(request.path, 'http://localhost').pathname.slice(controlRoot.length);
    const command = request.body === '' ? {} : JSON.parse(request.body);
    return json(200, run(name, command, control, tokens));
  } catch (error) {
    return json(400, { error: String(error) });
  }
}

function run(name: string, command: Command & TokenOptions, control: Control, tokens: Tokens): object {
  if (name === 'next') control.next(command.scenario, { times: command.times ?? 1 });
  else if (name === 'always') control.always(command.scenario);
  else if (name === 'latency') control.latency(command.ms);
  else if (name === 'reset') control.reset();
  else if (name === 'token') return { token: tokens.mint(command) };
  else if (name === 'data') return { ids, organisations };
  else throw new Error(`There is no \`${controlRoot}${name}\`.`);
  return {};
}

function json(status: number, value: object): HttpResponse {
  const headers = [
    ['Content-Type', 'application/json; charset=utf-8'],
    ['Cache-Control', 'no-store'],
    // Requests to Xero must not reuse this connection: see `trackSockets`.
    ['Connection', 'close'],
  ] as const;
  return { status, headers, body: JSON.stringify(value) };
}
