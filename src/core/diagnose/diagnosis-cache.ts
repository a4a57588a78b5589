// Diagnoses, computed once per exchange.

import { cachePerObject } from '../model/cache-per-object.ts';
import type { Exchange } from '../model/exchange.ts';
import { type Diagnosis, diagnose } from './diagnose.ts';

/** Exchanges are immutable, so a diagnosis never goes stale. */
export function createDiagnosisCache(): (exchange: Exchange) => Diagnosis {
  return cachePerObject((exchange) => diagnose(exchange));
}
