// The exchanges: the list, the selected one, and the search over all of them.

import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { RowContextMenu } from '../copy/CopyMenu.tsx';
import { focusDetail } from '../lib/focus.ts';
import { exchangeListId, viewTabId } from '../lib/focus-targets.ts';
import { lazyModule } from '../lib/lazy-module.ts';
import { useRestoreFocus } from '../lib/use-restore-focus.ts';
import { ExchangeGrid } from '../list/ExchangeGrid.tsx';
import { SearchLayout } from '../search/SearchLayout.tsx';
import { usePanelState } from '../state/state-context.ts';
import { EmptyState } from '../troubleshooting/EmptyState.tsx';
import { Lazy, lazyComponent } from '../ui/Lazy.tsx';
import { Splitter } from '../ui/Splitter.tsx';
import { StatusBar } from './StatusBar.tsx';

/** Computed from the whole log, so it waits until the list is there. */
const RateLimitBanner = lazyComponent(() =>
  import('../limits/RateLimitBanner.tsx').then(({ RateLimitBanner }) => RateLimitBanner),
);

/** Loaded right after the first paint, before an exchange can be selected. */
const detailCode = lazyModule(() => import('../detail/Detail.tsx'));

export function ExchangesView() {
  return (
    <SearchLayout>
      <Exchanges />
    </SearchLayout>
  );
}

function Exchanges() {
  const state = usePanelState();
  useEffect(detailCode.preload, []);
  state.revision.value;
  const { exchanges } = state.log;
  const selectedId = state.selection.id.value;
  const selected = selectedId === undefined ? undefined : state.log.get(selectedId);
  const body = useRef<HTMLDivElement>(null);
  const setSplit = (split: number) => body.current?.style.setProperty('--split', String(split));
  const splitter = useRef({ split: state.split.peek() });
  useLayoutEffect(() => setSplit(splitter.current.split), []);
  // In a narrow panel the detail hides the list, which must not keep the focus then.
  useLayoutEffect(() => {
    const list = document.activeElement?.closest('.grid');
    if (list?.checkVisibility() === false) focusDetail();
  }, [selectedId]);
  // A page load may remove the list, and the first request brings it back.
  useRestoreFocus(
    body,
    () => document.getElementById(exchangeListId) ?? document.getElementById(viewTabId('exchanges')),
  );
  return (
    <>
      <RateLimitBanner />
      <div class={selected ? 'body with-detail' : 'body'} ref={body}>
        {exchanges.length === 0 ? <EmptyState /> : <ExchangeGrid />}
        {selected && <Splitter container={body} view={splitter.current} onMove={setSplit} onDone={state.setSplit} />}
        {selected && (
          <Lazy code={detailCode} name="the details">
            {({ Detail }) => <Detail exchange={selected} />}
          </Lazy>
        )}
      </div>
      <RowContextMenu />
      <StatusBar />
    </>
  );
}
