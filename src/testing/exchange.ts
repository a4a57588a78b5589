// Builds exchanges for tests. Omitted options get ordinary values.

import { matchOperation } from '../core/match/match-operation.ts';
import type { Body, Exchange, Failure } from '../core/model/exchange.ts';

export interface ExchangeOptions {
  readonly id?: number;
  readonly source?: Exchange['source'];
  readonly method?: string;
  readonly url?: string;
  readonly startedMs?: number;
  readonly durationMs?: number;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>> | readonly (readonly [string, string])[];
  /** A string is used unchanged, anything else as JSON. */
  readonly body?: unknown;
  /** Characters after the body that were not read. */
  readonly unreadChars?: number;
  readonly sent?: unknown;
  readonly sentHeaders?: Readonly<Record<string, string>>;
  readonly failure?: Failure['kind'];
  readonly isMadeByServer?: boolean;
}

/** What distinguishes an exchange that a server made. */
export const madeByServer: Pick<Exchange, 'source' | 'server'> = {
  source: 'server',
  server: { app: 'timesheets', process: '0a1b2c3d', sequence: 1, pageRequest: undefined },
};

export const root = 'https://api.xero.com/projects.xro/2.0';

export function exchange(options: ExchangeOptions = {}): Exchange {
  const { method = 'GET', url = `${root}/Projects`, status = 200, failure } = options;
  return {
    id: options.id ?? 1,
    source: options.source ?? 'browser',
    startedMs: options.startedMs ?? Date.UTC(2026, 10, 22, 14, 2, 41),
    durationMs: options.durationMs ?? 100,
    match: matchOperation(method, url) ?? { matchedBy: 'mapped', path: '/', operation: undefined },
    request: {
      method,
      url,
      headers: Object.entries(options.sentHeaders ?? {}),
      token: undefined,
      body: bodyOf(options.sent),
    },
    response: {
      status,
      statusText: '',
      headers: Array.isArray(options.headers) ? options.headers : Object.entries(options.headers ?? {}),
      body: bodyOf(options.body, options.unreadChars),
    },
    failure: failure && { kind: failure, message: '' },
    preflight: undefined,
    viaServiceWorker: false,
    ...(options.isMadeByServer && madeByServer),
  };
}

function bodyOf(value: unknown, missingChars?: number): Body {
  if (value === undefined || value === '') return { kind: 'none' };
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const bytes = new TextEncoder().encode(text).length;
  if (missingChars === undefined) return { kind: 'text', text, bytes };
  return { kind: 'text', text, bytes: bytes + missingChars, missingChars };
}
