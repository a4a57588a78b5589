// What the checks and causes say of the selected exchange. Their code comes after the panel's first picture.

import type { ReadonlySignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { type Diagnosis, hasFailed } from '../core/diagnose.ts';
import type { Exchange } from '../core/exchange.ts';
import type { ExchangeLog } from '../core/exchange-log.ts';
import type { Insight, Spoken } from '../core/insight.ts';
import { lazyCode } from './lazy-code.ts';
import type { PanelState } from './panel-state.ts';

const insightCode = lazyCode(() =>
  Promise.all([
    import('../core/insight.ts'),
    import('../core/remarks.ts'),
    import('../core/checks/all.ts'),
    import('../core/checks/call.ts'),
  ]).then(([insight, { remarks }, { allChecks }, { isLookedBackAt }]) => ({
    ...insight,
    remarks,
    checkIds: allChecks.map(({ id }) => id),
    isLookedBackAt,
  })),
);

/** `loading` for a moment at most; `failed` where the extension's own files are gone. */
export function useInsight(exchange: Exchange, state: PanelState): Insight | 'loading' | 'failed' {
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
export function createSpokenOf(
  log: Pick<ExchangeLog, 'exchanges'>,
  drawn: ReadonlySignal<number>,
): (exchange: Exchange) => readonly Spoken[] {
  const known = new WeakMap<Exchange, readonly Spoken[]>();
  let earlier: { readonly of: number; readonly exchanges: readonly Exchange[] } | undefined;
  return (exchange) => {
    const code = insightCode.code.value;
    if (typeof code === 'string') return nothing;
    const found = known.get(exchange);
    if (found) return found;
    // To look through all of a long log for each call of it would take minutes.
    const now = drawn.peek();
    if (earlier?.of !== now) earlier = { of: now, exchanges: log.exchanges.filter(code.isLookedBackAt) };
    const said = code.spokenAmong(exchange, earlier.exchanges);
    known.set(exchange, said);
    return said;
  };
}

/** All that can be asked for by `check:`; none until the checks are there. */
export function checkIds(): readonly string[] {
  const code = insightCode.code.value;
  return typeof code === 'string' ? [] : code.checkIds;
}
