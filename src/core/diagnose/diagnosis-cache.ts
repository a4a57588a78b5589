// Diagnoses, computed once per exchange.

import type { Exchange } from '../model/exchange.ts';
import { type Diagnosis, diagnose } from './diagnose.ts';

/** Exchanges are immutable, so a diagnosis never goes stale. */
export function createDiagnosisCache(): (exchange: Exchange) => Diagnosis {
  const diagnoses = new WeakMap<Exchange, Diagnosis>();
  return (exchange) => {
    const cached = diagnoses.get(exchange);
    if (cached) return cached;
    const diagnosis = diagnose(exchange);
    diagnoses.set(exchange, diagnosis);
    return diagnosis;
  };
}
