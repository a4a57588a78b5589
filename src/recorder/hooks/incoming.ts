// Requests to this server: each runs in its own context, and those for the recorder never reach the app.

import type { AsyncLocalStorage } from 'node:async_hooks';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Server } from 'node:net';
import { isOnThisMachine } from '../protocol/access.ts';
import { isForRecorder } from '../protocol/query.ts';
import type { Guard } from '../recording/guard.ts';
import { isOff } from '../recording/options.ts';
import { createPageRequest, type PageRequest } from '../recording/page-request.ts';
import { overrideMethod } from './override-method.ts';

export interface IncomingHooks {
  readonly guard: Guard;
  readonly context: AsyncLocalStorage<PageRequest>;
  /** Names, in addition to loopback names, under which the browser may reach this server. */
  readonly allowedHosts: ReadonlySet<string>;
  /** Responds to a request for recorded entries. */
  readonly serve: (request: IncomingMessage, response: ServerResponse, server: Server) => void;
  /** The value of the recorder's header for a response whose headers are about to be sent; `undefined` for no header. */
  readonly headerFor: (request: PageRequest, isStreamed: boolean) => string | undefined;
  /** Called when the response has ended or the client has disconnected. */
  readonly onEnd: (request: PageRequest) => void;
}

/** The servers of `http`, `https` and `http2` all inherit from `net.Server`. */
export function hookIncoming(hooks: IncomingHooks): void {
  const { guard, context, serve } = hooks;
  overrideMethod(Server.prototype, 'emit', (original) => {
    return function (this: unknown, ...args: unknown[]) {
      const [event, request, response] = args as [string, IncomingMessage, ServerResponse];
      if (event !== 'request' && event !== 'checkContinue') return Reflect.apply(original, this, args);
      const pageRequest = guard(() => {
        if (isOff(process.env)) return undefined;
        if (isForRecorder(request.url ?? '')) return 'for the recorder';
        const created = createPageRequest(request.method ?? '', request.url ?? '');
        observe(request, response, created, hooks);
        return created;
      });
      if (pageRequest === undefined) return Reflect.apply(original, this, args);
      if (pageRequest !== 'for the recorder')
        return context.run(pageRequest, () => Reflect.apply(original, this, args));
      guard(() => serve(request, response, this as Server));
      return true;
    };
  });
}

function observe(request: IncomingMessage, response: ServerResponse, page: PageRequest, hooks: IncomingHooks): void {
  const { guard, context, allowedHosts, headerFor, onEnd } = hooks;
  // Events of a reused connection are emitted in the context of its first request.
  for (const emitter of [request, response]) {
    overrideMethod(emitter, 'emit', (original) => {
      return function (this: unknown, ...args: unknown[]) {
        if (emitter === response && (args[0] === 'finish' || args[0] === 'close')) guard(() => onEnd(page));
        if (context.getStore() === page) return Reflect.apply(original, this, args);
        return context.run(page, () => Reflect.apply(original, this, args));
      };
    });
  }
  let isEnding = false;
  overrideMethod(response, 'end', (original) => {
    return function (this: unknown, ...args: unknown[]) {
      isEnding = true;
      return Reflect.apply(original, this, args);
    };
  });
  overrideMethod(response, 'writeHead', (original) => {
    return function (this: unknown, ...args: unknown[]) {
      const withHeader = guard(() => {
        if (response.headersSent || page.hasSentHeaders || Number(args[0]) < 200) return args;
        page.hasSentHeaders = true;
        const { headers, socket } = request;
        if (!isOnThisMachine({ peer: socket.remoteAddress, headers }, allowedHosts)) return args;
        const isStreamed = !isEnding && isForPage(request) && mayHaveBody(request, args) && !hasLength(response, args);
        const value = headerFor(page, isStreamed);
        return value === undefined ? args : addHeader(response, args, value);
      });
      return Reflect.apply(original, this, withHeader ?? args);
    };
  });
}

const HEADER = 'Xero-Inspector';

/** Adds the header in the form in which the app passes its own, so that nothing else about them changes. */
function addHeader(response: ServerResponse, args: readonly unknown[], value: string): unknown[] {
  const at = args.length - 1;
  const headers = at > 0 ? args[at] : undefined;
  if (typeof headers !== 'object' || headers === null) {
    response.setHeader(HEADER, value);
    return [...args];
  }
  const own = Array.isArray(headers)
    ? [...headers, ...(Array.isArray(headers[0]) ? [[HEADER, value]] : [HEADER, value])]
    : { ...headers, [HEADER]: value };
  return [...args.slice(0, at), own];
}

function hasLength(response: ServerResponse, args: readonly unknown[]): boolean {
  if (response.hasHeader('content-length')) return true;
  const headers = args.at(-1);
  if (typeof headers !== 'object' || headers === null) return false;
  const names = Array.isArray(headers) ? headers.flat() : Object.keys(headers);
  return names.some((each) => typeof each === 'string' && each.toLowerCase() === 'content-length');
}

function mayHaveBody({ method }: IncomingMessage, [status]: readonly unknown[]): boolean {
  return method !== 'HEAD' && status !== 204 && status !== 304;
}

/** Scripts, styles, images and the like cause no requests to Xero. */
function isForPage({ headers }: IncomingMessage): boolean {
  const destination = headers['sec-fetch-dest'];
  return destination === undefined || /^(?:empty|document|i?frame)$/.test(String(destination));
}
