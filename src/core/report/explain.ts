// What the panel's card says about an exchange, for a report.

import { type Card, composeCard } from '../card/card.ts';
import { type RetryLine, retryLine } from '../card/retry-line.ts';
import type { Diagnosis } from '../diagnose/diagnose.ts';
import { getNotes } from '../diagnose/notes.ts';
import type { Exchange } from '../model/exchange.ts';
import type { Finding } from '../model/finding.ts';
import { retryAdvice } from '../retry/retry-advice.ts';
import { analyze } from '../rules/analyze.ts';
import { attemptsOf } from '../session/attempts.ts';
import { buildContext } from './context.ts';

export interface Explanation {
  readonly diagnosis: Diagnosis;
  readonly card: Card;
  readonly retry: RetryLine;
  /** Findings about several requests. */
  readonly sequence: readonly Finding[];
}

/** `surrounding` are ordered by time and include the exchange. All of them are redacted. */
export function explain(exchange: Exchange, surrounding: readonly Exchange[], nowMs: number): Explanation {
  const context = buildContext(surrounding);
  const diagnosis = context.diagnosisOf(exchange);
  const analysis = analyze(exchange, context, nowMs);
  const attempts = attemptsOf(context.session, exchange.id);
  const notes = getNotes(exchange, diagnosis);
  return {
    diagnosis,
    card: composeCard(exchange, diagnosis, analysis, { log: context.log, attempts, notes }),
    retry: retryLine(retryAdvice(exchange, diagnosis, nowMs, attempts), exchange.request.method, nowMs),
    sequence: analysis.sequence,
  };
}
