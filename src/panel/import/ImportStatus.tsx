// Takes what is dropped and pasted, shows how far it is read, and tells what came of it.

import type { RefObject } from 'preact';
import { useLayoutEffect, useReducer, useRef } from 'preact/hooks';
import type { ImportOutcome } from '../../core/model/importer.ts';
import type { PanelHost } from '../host/panel-host.ts';
import { count } from '../lib/format.ts';
import { useRestoreFocus } from '../lib/use-restore-focus.ts';
import type { Notice } from '../state/notices.ts';
import type { PanelState } from '../state/panel-state.ts';
import { DropTarget } from './DropTarget.tsx';
import { exchangeToReveal, importNotice } from './import-notice.ts';
import { usePaste } from './use-paste.ts';

export function ImportStatus({ state, host }: { state: PanelState; host: PanelHost }) {
  const { importer } = host;
  const [, redraw] = useReducer((drawn: number) => drawn + 1, 0);
  const reported = useRef<[Notice, round: number][]>([]);
  const progress = useRef<HTMLDivElement>(null);
  usePaste(state, host);
  useRestoreFocus(progress, () => document.getElementById(`view-tab-${state.view.value}`));
  // Unlike that of other effects, its end comes at once where the panel's document goes.
  useLayoutEffect(() => {
    let isThere = true;
    const tellAll = () => {
      for (const outcome of isThere ? importer.drainOutcomes() : []) {
        const { all, close } = state.notices;
        // What came of the files before is known by now.
        for (const [notice, round] of reported.current)
          if (round !== outcome.batch && all.value.includes(notice)) close(notice);
        reported.current.push([reportOutcome(state, outcome), outcome.batch]);
      }
    };
    const end = importer.subscribe(() => {
      redraw(0);
      // To make the list and what is open beside it at once would be one long task.
      if (importer.now === undefined) state.afterRender(tellAll);
    });
    // It may have been done while the panel was away.
    state.afterRender(tellAll);
    return () => {
      isThere = false;
      end();
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
  now: NonNullable<PanelHost['importer']['now']>;
  part: RefObject<HTMLDivElement | null>;
  onCancel: () => void;
}

function Progress({ now, part, onCancel }: ProgressProps) {
  const { name, share, waiting } = now;
  const percent = share === undefined ? undefined : Math.floor(share * 100);
  return (
    <div class="bring-in" ref={part}>
      <span class="bring-in-name">
        Reading {name}
        {waiting > 0 && `, ${count(waiting)} more to come`}
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
