// Imports what is dropped or pasted, and shows the progress and the outcome.

import type { RefObject } from 'preact';
import { useLayoutEffect, useReducer, useRef } from 'preact/hooks';
import type { ImportOutcome } from '../../core/model/importer.ts';
import { formatInteger } from '../../core/text/format-number.ts';
import { viewTabId } from '../lib/focus-targets.ts';
import { useRestoreFocus } from '../lib/use-restore-focus.ts';
import type { Notice } from '../state/notices.ts';
import type { PanelState } from '../state/panel-state.ts';
import { usePanelState } from '../state/state-context.ts';
import { DropTarget } from './DropTarget.tsx';
import { exchangeToReveal, importNotice } from './import-notice.ts';
import { usePaste } from './use-paste.ts';

export function ImportStatus() {
  const state = usePanelState();
  const { importer } = state;
  const [, rerender] = useReducer((renders: number) => renders + 1, 0);
  const reported = useRef<[Notice, round: number][]>([]);
  const progress = useRef<HTMLDivElement>(null);
  usePaste();
  useRestoreFocus(progress, () => document.getElementById(viewTabId(state.view.value)));
  // A layout effect is cleaned up immediately when the panel's document is unloaded.
  useLayoutEffect(() => {
    let isMounted = true;
    const reportAll = () => {
      for (const outcome of isMounted ? importer.drainOutcomes() : []) {
        const { all, close } = state.notices;
        // Replaces the notices of earlier imports.
        for (const [notice, round] of reported.current)
          if (round !== outcome.batch && all.value.includes(notice)) close(notice);
        reported.current.push([reportOutcome(state, outcome), outcome.batch]);
      }
    };
    const unsubscribe = importer.subscribe(() => {
      rerender(0);
      // Rendering the list and the detail in one task would take too long.
      if (importer.now === undefined) state.afterRender(reportAll);
    });
    // An import may have finished while the panel was unloaded.
    state.afterRender(reportAll);
    return () => {
      isMounted = false;
      unsubscribe();
    };
  }, [importer, state]);
  return (
    <>
      {importer.now && <Progress now={importer.now} part={progress} onCancel={importer.cancel} />}
      <DropTarget onFile={(file) => importer.file(file, file.name)} />
    </>
  );
}

function reportOutcome(state: PanelState, outcome: ImportOutcome): Notice {
  const id = exchangeToReveal(outcome);
  if (id !== undefined) {
    state.openView('exchanges');
    if (outcome.kind === 'response' || (outcome.kind === 'har' && outcome.wasEmpty)) state.selection.select(id);
    state.selection.revealInList(id);
  }
  const shown = id === undefined ? undefined : state.log.get(id);
  const notice = importNotice(outcome, shown, state.filter.text.value.trim() !== '');
  state.notices.add(notice);
  return notice;
}

interface ProgressProps {
  now: NonNullable<PanelState['importer']['now']>;
  part: RefObject<HTMLDivElement | null>;
  onCancel: () => void;
}

function Progress({ now, part, onCancel }: ProgressProps) {
  const { name, share, queued } = now;
  const percent = share === undefined ? undefined : Math.floor(share * 100);
  return (
    <div class="bring-in" ref={part}>
      <span class="bring-in-name">
        Reading {name}
        {queued > 0 && `, ${formatInteger(queued)} more to come`}
      </span>
      <div
        class="progress"
        role="progressbar"
        aria-label={`Reading ${name}`}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
      >
        <div style={{ width: `${percent ?? 0}%` }} />
      </div>
      <span class="bring-in-share">{percent === undefined ? '' : `${percent} %`}</span>
      <button type="button" class="button" onClick={onCancel}>
        Cancel
      </button>
    </div>
  );
}
