// What the checks and causes say of the selected exchange. Their code comes after the panel's first picture.

import type { ReadonlySignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Diagnosis } from '../../core/diagnose/diagnose.ts';
import { hasFailed } from '../../core/diagnose/outcome.ts';
import type { Exchange } from '../../core/model/exchange.ts';
import type { Analysis, AnalysisContext, FiredCheck } from '../../core/rules/analyze.ts';
import { lazyModule } from '../lib/lazy-module.ts';
import type { CheckCache } from './filter/check-cache.ts';

const insightCode = lazyModule(() =>
  Promise.all([
    import('../../core/rules/analyze.ts'),
    import('../../core/diagnose/notes.ts'),
    import('../../core/rules/checks/all.ts'),
    import('./filter/check-cache.ts'),
  ]).then(([insight, { getNotes }, { allChecks }, { createCheckCache }]) => ({
    ...insight,
    remarks: getNotes,
    checkIds: allChecks.map(({ id }) => id),
    rememberSpoken: createCheckCache,
  })),
);

/** The log and what is derived from it, and a signal that changes with it. */
interface InsightContext extends AnalysisContext {
  readonly revision: ReadonlySignal<number>;
}

/** `loading` for a moment at most; `failed` where the extension's own files are gone. */
export function useAnalysis(exchange: Exchange, state: InsightContext): Analysis | 'loading' | 'failed' {
  const code = insightCode.use();
  // What came before may still be coming: bodies are read one after the other.
  const revision = state.revision.value;
  return useMemo(
    () => (typeof code === 'string' ? code : code.analyze(exchange, state, Date.now())),
    [code, exchange, revision, state],
  );
}

/** Begins to load the checks, once the first picture is there. */
export const preloadAnalysis = insightCode.preload;

/** What is unusual beyond the diagnosis, a sentence each; none until the checks are there. */
export function getNotes(exchange: Exchange, diagnosis: Diagnosis): readonly string[] {
  const code = insightCode.module.value;
  return typeof code === 'string' ? [] : code.remarks(exchange, diagnosis);
}

const spoken = new WeakMap<Exchange, readonly FiredCheck[]>();
const nothing: readonly FiredCheck[] = [];

/** Changes when the checks are there. */
export const checksModule: ReadonlySignal<unknown> = insightCode.module;

/** How many warnings a success deserves for what was sent; 0 until the checks are there. In haste no checks are run. */
export function warningCount(exchange: Exchange, cachedOnly = false): number {
  if (hasFailed(exchange)) return 0;
  const said = cachedOnly ? (spoken.get(exchange) ?? nothing) : spokenOf(exchange);
  return said.filter(({ severity }) => severity !== 'note').length;
}

/** The checks that spoke of what was sent; none until they are there. */
function spokenOf(exchange: Exchange): readonly FiredCheck[] {
  const code = insightCode.module.value;
  if (typeof code === 'string') return nothing;
  const known = spoken.get(exchange) ?? code.runRequestChecks(exchange);
  spoken.set(exchange, known);
  return known;
}

/** Gives the checks that spoke of a call as its detail lists them, of the answer and of earlier calls too; none until they are there. */
export function createLazyCheckCache(): CheckCache {
  let memory: CheckCache | undefined;
  const remembered = () => {
    const code = insightCode.module.value;
    if (typeof code === 'object') memory ??= code.rememberSpoken();
    return memory;
  };
  return {
    firedChecks: (exchange) => remembered()?.firedChecks(exchange) ?? nothing,
    invalidateFrom: (list) => remembered()?.invalidateFrom(list) ?? list.length,
  };
}

/** All that can be asked for by `check:`; none until the checks are there. */
export function checkIds(): readonly string[] {
  const code = insightCode.module.value;
  return typeof code === 'string' ? [] : code.checkIds;
}
