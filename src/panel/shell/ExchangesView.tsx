// The calls that were heard: list, detail, and what there is of them.

import { useLayoutEffect, useRef } from 'preact/hooks';
import { RowContextMenu } from '../copy/CopyMenu.tsx';
import { Detail } from '../detail/Detail.tsx';
import type { PanelHost } from '../host/panel-host.ts';
import { focusDetail, focusList } from '../lib/focus.ts';
import { lazyModule } from '../lib/lazy-module.ts';
import { useRestoreFocus } from '../lib/use-restore-focus.ts';
import { ExchangeGrid } from '../list/ExchangeGrid.tsx';
import type { PanelState } from '../state/panel-state.ts';
import { EmptyState } from '../troubleshooting/EmptyState.tsx';
import { Splitter } from '../ui/Splitter.tsx';
import { StatusBar } from './StatusBar.tsx';

/** What is left of the limits is counted from the whole log: it can wait until the list is there. */
const limitCode = lazyModule(() => import('../limits/RateLimitBanner.tsx'));

export function ExchangesView({ state, host }: { state: PanelState; host: PanelHost }) {
  state.revision.value;
  const { exchanges } = state.log;
  const selectedId = state.selection.id.value;
  const selected = selectedId === undefined ? undefined : state.log.get(selectedId);
  const body = useRef<HTMLDivElement>(null);
  const setSplit = (split: number) => body.current?.style.setProperty('--split', String(split));
  const place = useRef({ split: host.settings.split });
  useLayoutEffect(() => setSplit(place.current.split), []);
  // Where there is no room for both, the detail takes the list's place: in a list that is hidden no key would be heard.
  useLayoutEffect(() => {
    const list = document.activeElement?.closest('.grid');
    if (list?.checkVisibility() === false) focusDetail();
  }, [selectedId]);
  // A page that is loaded anew may take the list away, and the first call brings it.
  useRestoreFocus(
    body,
    () => body.current?.querySelector<HTMLElement>('[role=grid]') ?? document.getElementById('view-tab-exchanges'),
  );
  const closeByEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || selected === undefined) return;
    // DevTools would open their console by it; Firefox does all the same.
    event.preventDefault();
    event.stopPropagation();
    state.selection.select(undefined);
    focusList();
  };
  return (
    <>
      <NearLimits state={state} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it hears the keys of what lies in it */}
      <div class={selected ? 'body with-detail' : 'body'} ref={body} onKeyDown={closeByEscape}>
        {exchanges.length === 0 ? <EmptyState state={state} host={host} /> : <ExchangeGrid state={state} host={host} />}
        {selected && (
          <Splitter
            container={body}
            view={place.current}
            onMove={setSplit}
            onDone={(split) => host.saveSettings({ split })}
          />
        )}
        {selected && <Detail exchange={selected} state={state} />}
      </div>
      <RowContextMenu state={state} />
      <StatusBar state={state} />
    </>
  );
}

function NearLimits({ state }: { state: PanelState }) {
  const code = limitCode.use();
  return typeof code === 'string' ? null : <code.RateLimitBanner state={state} />;
}
