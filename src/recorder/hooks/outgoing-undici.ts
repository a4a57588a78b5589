// Requests that the app makes with `fetch` or with undici, versions 5 to 8, through whichever dispatcher.

import { subscribe } from 'node:diagnostics_channel';
import type { Guard } from '../recording/guard.ts';
import { headerValue, parseHead, type RawHeaders, toRawHeaders } from '../recording/recorded-headers.ts';
import type { Recorder } from '../recording/recorder.ts';
import type { Recording } from '../recording/recording.ts';
import { overrideMethod } from './override-method.ts';

/** The request in the messages of undici's channels. */
interface UndiciRequest {
  readonly method: string;
  readonly origin: string | URL;
  readonly path: string;
  /** A string in version 5. */
  readonly headers: string | readonly unknown[];
  readonly contentLength: number | null;
}

interface Message {
  readonly request: UndiciRequest;
  readonly headers?: string;
  readonly error?: unknown;
  readonly response?: { readonly statusCode: number; readonly statusText: string; readonly headers: unknown };
}

export function hookOutgoingUndici({ begin }: Recorder, guard: Guard): void {
  const recordings = new WeakMap<UndiciRequest, Recording>();
  const on = (channel: string, observe: (recording: Recording, message: Message) => void) => {
    subscribe(`undici:${channel}`, (message) => {
      guard(() => {
        const recording = recordings.get((message as Message).request);
        if (recording !== undefined) observe(recording, message as Message);
      });
    });
  };

  subscribe('undici:request:create', (message) => {
    guard(() => {
      const { request } = message as Message;
      const { protocol, host } = new URL(request.origin);
      const recording = begin({ method: request.method, protocol, host, path: request.path });
      if (recording === undefined) return;
      recordings.set(request, recording);
      observeBodies(request, recording, guard);
    });
  });
  on('client:sendHeaders', (recording, { request, headers = '' }) => {
    recording.sendHeaders(withLength(parseHead(headers), request));
  });
  on('request:bodySent', (recording) => recording.sentAll());
  on('request:headers', (recording, { request, response }) => {
    if (response === undefined) return;
    recordHeaders(recording, request);
    recording.receiveHeaders(response.statusCode, response.statusText ?? '', toRawHeaders(response.headers));
  });
  on('request:trailers', (recording) => recording.end());
  on('request:error', (recording, { request, error }) => {
    recordHeaders(recording, request);
    recording.end(error ?? {});
  });
}

/** The second names are those of version 8. */
function observeBodies(request: UndiciRequest, recording: Recording, guard: Guard): void {
  for (const [names, observe] of [
    [['onBodySent'], recording.sent],
    [['onData', 'onResponseData'], recording.received],
  ] as const) {
    for (const name of names) {
      if (!(name in request)) continue;
      overrideMethod(request, name, (original) => {
        return function (this: unknown, ...args: unknown[]) {
          guard(() => observe(args[0]));
          return Reflect.apply(original, this, args);
        };
      });
    }
  }
}

/** Over HTTP/2, or if the request was never sent, only the app's own headers are known. */
function recordHeaders(recording: Recording, { headers }: UndiciRequest): void {
  if (recording.hasHeaders()) return;
  recording.sendHeaders(typeof headers === 'string' ? parseHead(`\r\n${headers}`) : toRawHeaders(headers));
}

/** undici writes `Content-Length` after the other headers, together with the body. */
function withLength(headers: RawHeaders, { contentLength }: UndiciRequest): RawHeaders {
  if (contentLength === null || headerValue(headers, 'content-length') !== '') return headers;
  return [...headers, ['content-length', String(contentLength)]];
}
