// What the checks and cause rules find. Their code is loaded after the first paint.

import type { ReadonlySignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Diagnosis } from '../../core/diagnose/diagnose.ts';
import type { Exchange } from '../../core/model/exchange.ts';
import type { Finding } from '../../core/model/finding.ts';
import type { Analysis, AnalysisContext } from '../../core/rules/analyze.ts';
import { lazyModule } from '../lib/lazy-module.ts';
import type { CheckCache } from './filter/check-cache.ts';
import type { RowNotesContext, RowNotesSource } from './row-notes.ts';
import type { RowNotes } from './sort/columns.ts';
import { useLogRevision } from './use-log-revision.ts';

const analysisCode = lazyModule(() =>
  Promise.all([
    import('../../core/rules/analyze.ts'),
    import('../../core/diagnose/notes.ts'),
    import('../../core/rules/run-checks/all-checks.ts'),
    import('./filter/check-cache.ts'),
    import('./row-notes.ts'),
  ]).then(([{ analyze }, { getNotes }, { allChecks }, { createCheckCache }, { createRowNotes }]) => ({
    analyze,
    getNotes,
    checkIds: allChecks.map(({ id }) => id),
    createCheckCache,
    createRowNotes,
  })),
);

/** The log and what is derived from it, and a signal that changes with it. */
interface AnalysisState extends AnalysisContext {
  readonly revision: ReadonlySignal<number>;
}

/** A hook. `loading` for a moment at most; `failed` if the code couldn't be loaded. */
export function useAnalysis(exchange: Exchange, state: AnalysisState): Analysis | 'loading' | 'failed' {
  const code = analysisCode.use();
  // Bodies are read one after the other, so earlier exchanges may still change. In a long log, an analysis takes tens of milliseconds.
  const revision = useLogRevision(state);
  return useMemo(
    () => (typeof code === 'string' ? code : code.analyze(exchange, state, Date.now())),
    [code, exchange, revision, state],
  );
}

/** Starts loading the code of the checks. */
export const preloadAnalysis = analysisCode.preload;

/** Changes when the checks are loaded. */
export const checksModule: ReadonlySignal<unknown> = analysisCode.module;

/** What is unusual beyond the diagnosis; empty until the checks are loaded. */
export function getNotes(exchange: Exchange, diagnosis: Diagnosis): readonly Finding[] {
  const code = analysisCode.module.value;
  return typeof code === 'string' ? [] : code.getNotes(exchange, diagnosis);
}

/** The values of the filter key `check`; empty until the checks are loaded. */
export function checkIds(): readonly string[] {
  const code = analysisCode.module.value;
  return typeof code === 'string' ? [] : code.checkIds;
}

/** No checks fire until they are loaded. */
export function createLazyCheckCache(): CheckCache {
  let cache: CheckCache | undefined;
  const loadedCache = () => {
    const code = analysisCode.module.value;
    if (typeof code === 'object') cache ??= code.createCheckCache();
    return cache;
  };
  return {
    firedChecks: (exchange) => loadedCache()?.firedChecks(exchange) ?? [],
    invalidateFrom: (list) => loadedCache()?.invalidateFrom(list) ?? list.length,
  };
}

/** Rows have no notes until the code is loaded. */
export function createLazyRowNotes(context: RowNotesContext): RowNotesSource {
  let source: RowNotesSource | undefined;
  const loadedSource = () => {
    const code = analysisCode.module.value;
    if (typeof code === 'object') source ??= code.createRowNotes(context);
    return source;
  };
  return {
    notesOf: (exchange, isBusy) => loadedSource()?.notesOf(exchange, isBusy) ?? noNotes,
    attemptIndex: (exchange) => loadedSource()?.attemptIndex(exchange) ?? 0,
  };
}

const noNotes: RowNotes = { note: '', isWarning: false, attempt: '' };
