// What the checks and causes say of the selected exchange. Their code comes after the panel's first picture.

import { useMemo } from 'preact/hooks';
import { hasFailed } from '../core/diagnose.ts';
import type { Exchange } from '../core/exchange.ts';
import type { Insight } from '../core/insight.ts';
import { lazyCode } from './lazy-code.ts';
import type { PanelState } from './panel-state.ts';

const insightCode = lazyCode(() => import('../core/insight.ts'));

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

const counted = new WeakMap<Exchange, number>();

/** How many warnings a success deserves for what was sent; 0 until the checks are there. */
export function warningsOf(exchange: Exchange): number {
  const code = insightCode.code.value;
  if (typeof code === 'string' || hasFailed(exchange)) return 0;
  const known = counted.get(exchange) ?? code.warningsIn(exchange);
  counted.set(exchange, known);
  return known;
}
