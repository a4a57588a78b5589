// Requests that the app makes with `http` and `https`, as axios, got, node-fetch, superagent and xero-node do.

import { ClientRequest, type IncomingMessage } from 'node:http';
import type { Guard } from '../recording/guard.ts';
import { parseHead, toRawHeaders } from '../recording/recorded-headers.ts';
import type { Recorder } from '../recording/recorder.ts';
import type { Recording } from '../recording/recording.ts';
import { overrideMethod } from './override-method.ts';

/** Only observes calls and events. It reads nothing, so that streams flow as they would without it. */
export function hookOutgoingHttp({ begin }: Recorder, guard: Guard): void {
  /** `undefined` for requests that aren't to Xero. */
  const recordings = new WeakMap<ClientRequest, Recording | undefined>();

  /** Started when the app first does something with the request. */
  const recordingOf = (request: ClientRequest) => {
    if (recordings.has(request)) return recordings.get(request);
    const recording = guard(() => {
      const { method, protocol, path } = request;
      return begin({ method, protocol, path, host: String(request.getHeader('host') ?? request.host) });
    });
    recordings.set(request, recording);
    return recording;
  };

  for (const name of ['write', 'end'] as const) {
    overrideMethod(ClientRequest.prototype, name, (original) => {
      return function (this: unknown, ...args: unknown[]) {
        const request = this as ClientRequest;
        const recording = recordingOf(request);
        if (recording !== undefined && !request.writableEnded) guard(() => recording.sent(args[0], args[1]));
        return Reflect.apply(original, this, args);
      };
    });
  }

  overrideMethod(ClientRequest.prototype, 'emit', (original) => {
    return function (this: unknown, ...args: unknown[]) {
      const request = this as ClientRequest;
      const recording = recordingOf(request);
      if (recording !== undefined) guard(() => observe(request, recording, args, guard));
      return Reflect.apply(original, this, args);
    };
  });
}

function observe(request: ClientRequest, recording: Recording, args: readonly unknown[], guard: Guard): void {
  const [event, value] = args;
  switch (event) {
    case 'finish':
      recording.sentAll();
      break;
    case 'response':
    case 'upgrade':
      recordHeaders(request, recording);
      observeResponse(value as IncomingMessage, recording, guard);
      break;
    case 'error':
      recordHeaders(request, recording);
      recording.end(value);
      break;
    case 'close':
      recordHeaders(request, recording);
      recording.end(interruption(request));
      break;
  }
}

/** The headers as sent, including those that Node adds. */
function recordHeaders(request: ClientRequest, recording: Recording): void {
  if (recording.hasHeaders()) return;
  const { _header } = request as unknown as { readonly _header?: unknown };
  recording.sendHeaders(typeof _header === 'string' ? parseHead(_header) : toRawHeaders(request.getHeaders()));
}

function observeResponse(response: IncomingMessage, recording: Recording, guard: Guard): void {
  const { statusCode = 0, statusMessage = '', rawHeaders } = response;
  recording.receiveHeaders(statusCode, statusMessage, toRawHeaders(rawHeaders));
  overrideMethod(response, 'push', (original) => {
    return function (this: unknown, ...args: unknown[]) {
      const [chunk] = args;
      guard(() => (chunk === null ? recording.end() : recording.received(chunk)));
      return Reflect.apply(original, this, args);
    };
  });
}

/** Why a request was closed before its response was complete. */
function interruption(request: ClientRequest): unknown {
  const { res } = request as unknown as { readonly res?: IncomingMessage | null };
  return res?.errored ?? request.errored ?? { code: 'ABORTED' };
}
