// A request to Xero while it is under way.

import { createCollectedBody } from './collected-body.ts';
import type { RawExchange } from './har-entry.ts';
import type { PageRequest } from './page-request.ts';
import type { RawHeaders } from './recorded-headers.ts';

export interface Recording {
  /** Also called when the request is sent again on another connection. */
  readonly sendHeaders: (headers: RawHeaders) => void;
  readonly hasHeaders: () => boolean;
  readonly sent: (chunk: unknown, encoding?: unknown) => void;
  /** The request was sent completely. */
  readonly sentAll: () => void;
  readonly receiveHeaders: (status: number, statusText: string, headers: RawHeaders) => void;
  readonly received: (chunk: unknown) => void;
  /** Only the first call counts. */
  readonly end: (error?: unknown) => void;
}

export interface RecordingOptions {
  readonly method: string;
  readonly url: string;
  readonly pageRequest: PageRequest | undefined;
  readonly onEnd: (exchange: RawExchange) => void;
}

export function createRecording({ method, url, pageRequest, onEnd }: RecordingOptions): Recording {
  const startedMs = Date.now();
  const start = performance.now();
  const elapsed = () => performance.now() - start;
  const requestBody = createCollectedBody();
  const responseBody = createCollectedBody();
  let requestHeaders: RawHeaders | undefined;
  let sentMs: number | undefined;
  let response: { status: number; statusText: string; responseHeaders: RawHeaders; headersMs?: number } = {
    status: 0,
    statusText: '',
    responseHeaders: [],
  };
  let hasEnded = false;
  return {
    sendHeaders(headers) {
      if (requestHeaders !== undefined) requestBody.reset();
      requestHeaders = headers;
    },
    hasHeaders: () => requestHeaders !== undefined,
    sent: requestBody.add,
    sentAll() {
      sentMs = elapsed();
    },
    receiveHeaders(status, statusText, responseHeaders) {
      response = { status, statusText, responseHeaders, headersMs: elapsed() };
    },
    received: responseBody.add,
    end(error) {
      if (hasEnded) return;
      hasEnded = true;
      onEnd({
        startedMs,
        method,
        url,
        pageRequest,
        requestBody,
        sentMs,
        responseBody,
        headersMs: undefined,
        ...response,
        requestHeaders: requestHeaders ?? [],
        durationMs: elapsed(),
        error: errorCode(error),
      });
    },
  };
}

/** The error's code. Never its message, which may quote anything. */
function errorCode(error: unknown): string {
  if (error === undefined) return '';
  const { code, name } = Object(error) as { code?: unknown; name?: unknown };
  const text = typeof code === 'string' ? code : String(name);
  return /^[\w.:-]{1,60}$/.test(text) ? text : 'ERR_FAILED';
}
