// The selected exchange: its explanation, what was sent and what came.

import { useEffect, useRef } from 'preact/hooks';
import { requestEntity, responseEntity } from '../../core/diagnose/field-at.ts';
import type { Exchange } from '../../core/model/exchange.ts';
import { attemptsOf } from '../../core/session/attempts.ts';
import { CompareTab } from '../compare/CompareTab.tsx';
import { CopyButton } from '../copy/CopyMenu.tsx';
import type { Tab } from '../host/panel-host.ts';
import { nextTabIndex } from '../lib/arrow-keys.ts';
import { focusList } from '../lib/focus.ts';
import { useRestoreFocus } from '../lib/use-restore-focus.ts';
import { useRestoreScroll } from '../lib/use-restore-scroll.ts';
import { useAnalysis } from '../state/analysis.ts';
import type { PanelState } from '../state/panel-state.ts';
import { BackIcon, CloseIcon } from '../ui/icons.tsx';
import { ToolButton } from '../ui/ToolButton.tsx';
import { Attempts } from './attempts/Attempts.tsx';
import { Explanation } from './explanation/Explanation.tsx';
import { fieldDocs } from './message/field-docs.ts';
import { Message, preloadMessageView } from './message/Message.tsx';

const allTabs: readonly { id: Tab; title: string }[] = [
  { id: 'explanation', title: 'Explanation' },
  { id: 'request', title: 'Request' },
  { id: 'response', title: 'Response' },
  { id: 'attempts', title: 'Attempts' },
  { id: 'compare', title: 'Compare' },
];

export function Detail({ exchange, state }: { exchange: Exchange; state: PanelState }) {
  const diagnosis = state.diagnosisOf(exchange);
  // Before its tab is opened: the explanation is read first.
  useEffect(preloadMessageView, []);
  const insight = useAnalysis(exchange, state);
  const findings = typeof insight === 'string' ? [] : insight.findings;
  const judged = typeof insight === 'string' ? [] : insight.sequence;
  const chain = attemptsOf(state.session, exchange.id);
  const visited = state.compare.recent().flatMap((id) => state.log.get(id) ?? []);
  const before = visited.find(({ id }) => id !== exchange.id);
  const comparable = typeof insight === 'string' ? undefined : (insight.comparable?.exchange ?? before);
  const hasContent: Partial<Record<Tab, boolean>> = {
    attempts: chain !== undefined || judged.length > 0,
    compare: comparable !== undefined || state.compare.other.value !== undefined,
  };
  // A tab with nothing in it is not there; who had it open reads the explanation.
  const tabs = allTabs.filter(({ id }) => hasContent[id] ?? true);
  const shown = tabs.some(({ id }) => id === state.selection.tab.value) ? state.selection.tab.value : 'explanation';
  const scroll = useRestoreScroll(state.selection.places, shown, exchange.id);
  const move = (event: KeyboardEvent) => {
    const to = nextTabIndex(
      event.key,
      tabs.findIndex((tab) => tab.id === shown),
      tabs.length,
    );
    const next = to === undefined ? undefined : tabs[to];
    if (next === undefined) return;
    event.preventDefault();
    state.selection.openTab(next.id);
    document.getElementById(`tab-${next.id}`)?.focus();
  };
  const close = () => {
    state.selection.select(undefined);
    focusList();
  };
  const detail = useRef<HTMLDivElement>(null);
  // Of its tabs too: another exchange may not have the one with the focus.
  useRestoreFocus(detail, () => document.getElementById(`tab-${shown}`));
  return (
    <div class="detail" ref={detail}>
      <div class="tab-strip">
        <ToolButton class="back" label="Back to the list" onClick={close}>
          <BackIcon />
        </ToolButton>
        <div role="tablist" aria-label="Selected exchange" class="tabs" onKeyDown={move}>
          {tabs.map(({ id, title }) => (
            <button
              key={id}
              type="button"
              id={`tab-${id}`}
              class="tab"
              role="tab"
              aria-selected={id === shown}
              aria-controls="tab-panel"
              tabIndex={id === shown ? 0 : -1}
              onClick={() => state.selection.openTab(id)}
            >
              {title}
            </button>
          ))}
        </div>
        <span class="strip-end" />
        <CopyButton exchange={exchange} state={state} />
        <ToolButton class="close" label="Close the detail" title="Close" onClick={close}>
          <CloseIcon />
        </ToolButton>
      </div>
      <div
        id="tab-panel"
        class="tab-panel"
        role="tabpanel"
        aria-labelledby={`tab-${shown}`}
        key={`${exchange.id} ${shown}`}
        {...scroll}
      >
        {shown === 'explanation' && (
          <Explanation exchange={exchange} diagnosis={diagnosis} insight={insight} chain={chain} />
        )}
        {shown === 'request' && (
          <Message
            part="request"
            exchange={exchange}
            diagnosis={diagnosis}
            findings={findings}
            fieldAt={fieldDocs(requestEntity(exchange))}
          />
        )}
        {shown === 'response' && (
          <Message
            part="response"
            exchange={exchange}
            findings={findings}
            fieldAt={fieldDocs(responseEntity(exchange))}
          />
        )}
        {shown === 'attempts' && <Attempts chain={chain} judged={judged} selected={exchange.id} />}
        {shown === 'compare' && <CompareTab exchange={exchange} suggested={comparable} state={state} />}
      </div>
    </div>
  );
}
