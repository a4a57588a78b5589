// Imports what is dropped or pasted, and shows the progress and the outcome.

import type { RefObject } from 'preact';
import { useLayoutEffect, useReducer, useRef } from 'preact/hooks';
import type { ImportOutcome } from '../../core/model/importer.ts';
import { formatInteger } from '../../core/text/format-number.ts';
import { viewTabId } from '../lib/focus-targets.ts';
import { useRestoreFocus } from '../lib/use-restore-focus.ts';
import type { PanelState } from '../state/panel-state.ts';
import { usePanelState } from '../state/state-context.ts';
import { DropTarget } from './DropTarget.tsx';
import { exchangeToReveal, importNotice } from './import-notice.ts';
import { importSeverity } from './import-severity.ts';
import { usePaste } from './use-paste.ts';

export function ImportStatus() {
  const state = usePanelState();
  const { importer } = state;
  const [, rerender] = useReducer((renders: number) => renders + 1, 0);
  const progress = useRef<HTMLDivElement>(null);
  usePaste();
  useRestoreFocus(progress, () => document.getElementById(viewTabId(state.view.value)));
  // A layout effect is cleaned up immediately when the panel's document is unloaded.
  useLayoutEffect(() => {
    let isMounted = true;
    const reportAll = () => {
      // The files of one import are reported together, after the last one.
      if (!isMounted || importer.now !== undefined) return;
      const outcomes = importer.drainOutcomes();
      if (outcomes.length > 0) reportOutcomes(state, outcomes);
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

function reportOutcomes(state: PanelState, outcomes: readonly ImportOutcome[]): void {
  const revealed = outcomes.find((each) => exchangeToReveal(each) !== undefined);
  const id = revealed && exchangeToReveal(revealed);
  if (id !== undefined) {
    state.openView('exchanges');
    if (revealed?.kind === 'response' || (revealed?.kind === 'har' && revealed.wasEmpty)) state.selection.select(id);
    state.selection.revealInList(id);
  }
  const shown = id === undefined ? undefined : state.log.get(id);
  const notice = importNotice(outcomes, shown, state.filter.text.value.trim() !== '');
  state.notices.add({ ...notice, severity: importSeverity(outcomes), topic: 'import' });
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
    <div class="import-progress" ref={part}>
      <span class="import-progress-name">
        Reading <bdi>{name}</bdi>
        {queued > 0 && `, ${formatInteger(queued)} more queued`}
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
      <span class="import-progress-share">{percent === undefined ? '' : `${percent}%`}</span>
      <button type="button" class="button" onClick={onCancel}>
        Cancel
      </button>
    </div>
  );
}
