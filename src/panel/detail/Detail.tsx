// The selected exchange, in tabs.

import { useEffect, useRef } from 'preact/hooks';
import type { Exchange } from '../../core/model/exchange.ts';
import { attemptsOf } from '../../core/session/attempts.ts';
import { CopyMenuButton } from '../copy/CopyMenu.tsx';
import { focusList } from '../lib/focus.ts';
import { detailId, detailTabId } from '../lib/focus-targets.ts';
import { useRestoreFocus } from '../lib/use-restore-focus.ts';
import { useRestoreScroll } from '../lib/use-restore-scroll.ts';
import { useAnalysis } from '../state/analysis.ts';
import { usePanelState } from '../state/state-context.ts';
import { BackIcon, CloseIcon } from '../ui/icons.tsx';
import { TabList } from '../ui/TabList.tsx';
import { ToolButton } from '../ui/ToolButton.tsx';
import { type DetailContext, detailTabIds, detailTabs, preloadMessages } from './detail-tabs.tsx';

export function Detail({ exchange }: { exchange: Exchange }) {
  const state = usePanelState();
  useEffect(preloadMessages, []);
  const context = useDetailContext(exchange);
  const tabs = detailTabIds.filter((id) => detailTabs[id].isAvailable?.(context) ?? true);
  // The open tab stays open from exchange to exchange, except where it has no content: then the explanation is shown.
  const shown = tabs.includes(state.selection.tab.value) ? state.selection.tab.value : 'explanation';
  const scroll = useRestoreScroll(state.selection.scrollPositions, shown, exchange.id);
  const close = () => {
    state.selection.select(undefined);
    focusList();
  };
  const detail = useRef<HTMLDivElement>(null);
  // Tabs included: the next exchange may not have the focused one.
  useRestoreFocus(detail, () => document.getElementById(detailTabId(shown)));
  return (
    <div id={detailId} class="detail" ref={detail}>
      <div class="tab-strip">
        <ToolButton class="back" label="Back to the list" onClick={close}>
          <BackIcon />
        </ToolButton>
        <TabList
          label="Selected request"
          ids={tabs}
          shown={shown}
          titleOf={(id) => detailTabs[id].title}
          tabIdOf={detailTabId}
          panelIdOf={() => 'tab-panel'}
          onOpen={(id) => state.selection.openTab(id)}
        />
        <span class="strip-end" />
        <CopyMenuButton exchange={exchange} />
        <ToolButton class="close" label="Close details" title="Close" onClick={close}>
          <CloseIcon />
        </ToolButton>
      </div>
      <div
        id="tab-panel"
        class="tab-panel"
        role="tabpanel"
        aria-labelledby={detailTabId(shown)}
        key={`${exchange.id} ${shown}`}
        {...scroll}
      >
        {detailTabs[shown].render(context)}
      </div>
    </div>
  );
}

function useDetailContext(exchange: Exchange): DetailContext {
  const state = usePanelState();
  const analysis = useAnalysis(exchange, state);
  const visited = state.compare.recent().flatMap((id) => state.log.get(id) ?? []);
  const lastVisited = visited.find(({ id }) => id !== exchange.id);
  return {
    exchange,
    diagnosis: state.diagnosisOf(exchange),
    analysis,
    chain: attemptsOf(state.session, exchange.id),
    comparable: typeof analysis === 'string' ? undefined : (analysis.comparable?.exchange ?? lastVisited),
    isComparing: state.compare.other.value !== undefined,
  };
}
