// The diagnosis and findings of an exchange as JSON for other tools.

import type { DiagnosisId } from '../../catalogue/diagnoses/all.ts';
import { diagnose } from '../diagnose/diagnose.ts';
import type { Exchange } from '../model/exchange.ts';
import { retryAdvice } from '../retry/retry-advice.ts';
import { runChecks } from '../rules/run-checks/run-checks.ts';

export interface DiagnosisRecord {
  /** ISO 8601 in UTC; `null` if unknown. */
  readonly time: string | null;
  readonly method: string;
  readonly url: string;
  readonly operation: string | null;
  /** On the wire. A proxy may have rewritten it; the diagnosis is based on `judgedStatus`. */
  readonly status: number;
  readonly judgedStatus: number;
  readonly diagnosis: DiagnosisId;
  readonly title: string;
  readonly correlationId: string | null;
  readonly fields: readonly { readonly key: string; readonly pointer: string; readonly messages: readonly string[] }[];
  readonly retry: { readonly kind: string; readonly seconds: number | null; readonly say: string };
  readonly checks: readonly CheckRecord[];
}

interface CheckRecord {
  readonly id: string;
  readonly severity: string;
  readonly sure: string;
  readonly where: object;
  readonly saw: string;
  readonly expected: string;
}

/** Pass redacted exchanges. `log` holds all of them, ordered by time, because some checks look at earlier ones. */
export function diagnosisRecord(
  exchange: Exchange,
  { log, nowMs }: { readonly log: readonly Exchange[]; readonly nowMs: number },
): DiagnosisRecord {
  const { match, request, response, startedMs } = exchange;
  const diagnosis = diagnose(exchange);
  const { kind, seconds = null, text } = retryAdvice(exchange, diagnosis, nowMs);
  const date = new Date(startedMs);
  return {
    time: Number.isNaN(date.getTime()) ? null : date.toISOString(),
    method: request.method,
    url: request.url,
    operation: match.operation ?? null,
    status: validStatus(response.status),
    judgedStatus: validStatus(diagnosis.evidence.status),
    diagnosis: diagnosis.id,
    title: diagnosis.row.title,
    correlationId: diagnosis.correlationId ?? null,
    fields: diagnosis.fieldErrors.map(({ key, pointer, messages }) => ({ key, pointer, messages })),
    retry: { kind, seconds, say: text },
    checks: runChecks(exchange, log).map(({ ruleId, severity, certainty, location, observed, expected }) => ({
      ...{ id: ruleId, severity, sure: certainty },
      where: location ?? { in: 'call' },
      ...{ saw: observed, expected },
    })),
  };
}

/** A status from a file can be any number; 0 if it is no integer. */
function validStatus(status: number): number {
  return Number.isSafeInteger(status) ? status : 0;
}
