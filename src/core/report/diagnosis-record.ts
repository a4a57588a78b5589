// The diagnosis and findings of an exchange as JSON for other tools.

import type { DiagnosisId } from '../../catalogue/diagnoses/all.ts';
import { diagnose } from '../diagnose/diagnose.ts';
import type { Exchange } from '../model/exchange.ts';
import type { ServerOrigin } from '../model/server-origin.ts';
import { retryAdvice } from '../retry/retry-advice.ts';
import { runChecks } from '../rules/run-checks/run-checks.ts';
import type { Attempts } from '../session/attempts.ts';

/** The format is described in docs/export.md. Unknown values are `null`. */
export interface DiagnosisRecord {
  /** ISO 8601 in UTC. */
  readonly time: string | null;
  readonly method: string;
  readonly url: string;
  readonly operation: string | null;
  /** On the wire; 0 if there was no response. */
  readonly status: number;
  /** What the diagnosis is based on: the status of a response inside the response, if there is one. */
  readonly effectiveStatus: number;
  readonly diagnosis: DiagnosisId;
  readonly title: string;
  readonly correlationId: string | null;
  /** Who made the request, if a server made it, or forwarded it for the page. */
  readonly server: { readonly app: string | null; readonly pageRequest: string | null } | null;
  readonly fieldErrors: readonly {
    readonly key: string;
    /** JSON pointer into the request body; empty if unknown. */
    readonly pointer: string;
    readonly messages: readonly string[];
  }[];
  readonly retry: { readonly kind: string; readonly seconds: number | null; readonly advice: string };
  readonly checks: readonly CheckRecord[];
}

interface CheckRecord {
  readonly id: string;
  readonly severity: string;
  readonly certainty: string;
  readonly location: object;
  readonly observed: string;
  readonly expected: string;
  readonly fix: string;
}

interface RecordOptions {
  /** All exchanges, redacted and ordered by time, because some checks look at earlier ones. */
  readonly log: readonly Exchange[];
  readonly nowMs: number;
  readonly attempts: Attempts | undefined;
}

/** Pass a redacted exchange. */
export function diagnosisRecord(exchange: Exchange, { log, nowMs, attempts }: RecordOptions): DiagnosisRecord {
  const { match, request, response, startedMs } = exchange;
  const diagnosis = diagnose(exchange);
  const { kind, seconds = null, text } = retryAdvice(exchange, diagnosis, nowMs, attempts);
  const date = new Date(startedMs);
  return {
    time: Number.isNaN(date.getTime()) ? null : date.toISOString(),
    method: request.method,
    url: request.url,
    operation: match.operation ?? null,
    status: validStatus(response.status),
    effectiveStatus: validStatus(diagnosis.evidence.status),
    diagnosis: diagnosis.id,
    title: diagnosis.row.title,
    correlationId: diagnosis.correlationId ?? null,
    server: describeServer(exchange.forwarded?.server ?? exchange.server),
    fieldErrors: diagnosis.fieldErrors.map(({ key, pointer, messages }) => ({ key, pointer, messages })),
    retry: { kind, seconds, advice: text },
    checks: runChecks(exchange, log).map(({ ruleId, location, ...finding }) => {
      const { severity, certainty, observed, expected, fix } = finding;
      return { id: ruleId, severity, certainty, location: location ?? { in: 'exchange' }, observed, expected, fix };
    }),
  };
}

function describeServer(server: ServerOrigin | undefined): DiagnosisRecord['server'] {
  if (server === undefined) return null;
  const { app, pageRequest } = server;
  return { app: app ?? null, pageRequest: pageRequest ? `${pageRequest.method} ${pageRequest.path}` : null };
}

/** A status from a file can be any number; 0 if it isn't an integer. */
function validStatus(status: number): number {
  return Number.isSafeInteger(status) ? status : 0;
}
