// What single keys do anywhere in the panel, unless something is being typed.

import { hasFailed } from '../../core/diagnose/outcome.ts';
import type { PanelHost } from '../host/panel-host.ts';
import { focusFilter, focusList, focusListOrDetail } from '../lib/focus.ts';
import { isEditable } from '../lib/is-editable.ts';
import type { PanelState } from '../state/panel-state.ts';

/** One more key is one more row; `KeysDialog.tsx` tells of it. */
const shortcuts: ReadonlyMap<string, (state: PanelState) => void> = new Map([
  ['?', (state) => state.openDialog('keys')],
  ['1', (state) => state.openView('exchanges')],
  ['2', (state) => state.openView('limits')],
  ['3', (state) => state.openView('reference')],
  [
    'f',
    (state) => {
      state.openView('exchanges');
      focusFilter();
    },
  ],
  [
    '/',
    (state) => {
      state.openView('exchanges');
      state.search.open();
    },
  ],
  ['j', (state) => selectFailed(state, 1)],
  ['k', (state) => selectFailed(state, -1)],
  [
    'r',
    (state) => {
      state.setRecording(!state.isRecording.value);
      state.statusMessage.show(state.isRecording.value ? 'Recording.' : 'Not recording.');
    },
  ],
  [
    'x',
    (state) => {
      if (state.view.value !== 'exchanges' || state.selection.id.value === undefined) return;
      state.selection.select(undefined);
      focusList();
    },
  ],
]);

/** Begins to hear keys; the returned function ends that. */
export function listenForShortcuts(state: PanelState, host: PanelHost): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    const shortcut = shortcuts.get(event.key);
    if (shortcut === undefined || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!host.settings.singleKeys || state.dialog.value !== undefined || isEditable(event.target)) return;
    event.preventDefault();
    shortcut(state);
  };
  document.addEventListener('keydown', onKeyDown);
  return () => document.removeEventListener('keydown', onKeyDown);
}

/** The next call of the list that failed, or the one before; says so where there is none. */
function selectFailed(state: PanelState, step: 1 | -1): void {
  const shown = state.sort.list.value;
  const at = shown.findIndex(({ id }) => id === state.selection.id.value);
  const from = at === -1 && step === -1 ? shown.length : at;
  for (let i = from + step; i >= 0 && i < shown.length; i += step) {
    const exchange = shown[i];
    if (exchange === undefined || !hasFailed(exchange)) continue;
    state.openView('exchanges');
    state.selection.select(exchange.id);
    // Who reads a call goes on reading the next.
    if (document.activeElement?.closest('.detail') == null) focusListOrDetail();
    return;
  }
  state.statusMessage.show(step === 1 ? 'No failed call after this one.' : 'No failed call before this one.');
}
