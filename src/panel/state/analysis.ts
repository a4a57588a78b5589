// What the checks and causes say of the selected exchange. Their code comes after the panel's first picture.

import type { ReadonlySignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Diagnosis } from '../../core/diagnose/diagnose.ts';
import { hasFailed } from '../../core/diagnose/outcome.ts';
import type { Exchange } from '../../core/model/exchange.ts';
import type { Insight, Spoken, Surroundings } from '../../core/rules/analyze.ts';
import { lazyCode } from '../lib/lazy-module.ts';
import type { SpokenMemory } from './filter/check-cache.ts';

const insightCode = lazyCode(() =>
  Promise.all([
    import('../../core/rules/analyze.ts'),
    import('../../core/diagnose/notes.ts'),
    import('../../core/rules/checks/all.ts'),
    import('./filter/check-cache.ts'),
  ]).then(([insight, { remarks }, { allChecks }, { rememberSpoken }]) => ({
    ...insight,
    remarks,
    checkIds: allChecks.map(({ id }) => id),
    rememberSpoken,
  })),
);

/** The log and what is derived from it, and a signal that changes with it. */
interface InsightContext extends Surroundings {
  readonly drawn: ReadonlySignal<number>;
}

/** `loading` for a moment at most; `failed` where the extension's own files are gone. */
export function useInsight(exchange: Exchange, state: InsightContext): Insight | 'loading' | 'failed' {
  const code = insightCode.use();
  // What came before may still be coming: bodies are read one after the other.
  const drawn = state.drawn.value;
  return useMemo(
    () => (typeof code === 'string' ? code : code.insightInto(exchange, state, Date.now())),
    [code, exchange, drawn, state],
  );
}

/** Begins to load the checks, once the first picture is there. */
export const fetchInsight = insightCode.fetch;

/** What is unusual beyond the diagnosis, a sentence each; none until the checks are there. */
export function remarksOn(exchange: Exchange, diagnosis: Diagnosis): readonly string[] {
  const code = insightCode.code.value;
  return typeof code === 'string' ? [] : code.remarks(exchange, diagnosis);
}

const spoken = new WeakMap<Exchange, readonly Spoken[]>();
const nothing: readonly Spoken[] = [];

/** Changes when the checks are there. */
export const checksThere: ReadonlySignal<unknown> = insightCode.code;

/** How many warnings a success deserves for what was sent; 0 until the checks are there. In haste no checks are run. */
export function warningsOf(exchange: Exchange, isInHaste = false): number {
  if (hasFailed(exchange)) return 0;
  const said = isInHaste ? (spoken.get(exchange) ?? nothing) : spokenOf(exchange);
  return said.filter(({ severity }) => severity !== 'note').length;
}

/** The checks that spoke of what was sent; none until they are there. */
function spokenOf(exchange: Exchange): readonly Spoken[] {
  const code = insightCode.code.value;
  if (typeof code === 'string') return nothing;
  const known = spoken.get(exchange) ?? code.spokenIn(exchange);
  spoken.set(exchange, known);
  return known;
}

/** Gives the checks that spoke of a call as its detail lists them, of the answer and of earlier calls too; none until they are there. */
export function createSpokenOf(): SpokenMemory {
  let memory: SpokenMemory | undefined;
  const remembered = () => {
    const code = insightCode.code.value;
    if (typeof code === 'object') memory ??= code.rememberSpoken();
    return memory;
  };
  return {
    spokenOf: (exchange) => remembered()?.spokenOf(exchange) ?? nothing,
    lookBack: (list) => remembered()?.lookBack(list) ?? list.length,
  };
}

/** All that can be asked for by `check:`; none until the checks are there. */
export function checkIds(): readonly string[] {
  const code = insightCode.code.value;
  return typeof code === 'string' ? [] : code.checkIds;
}
