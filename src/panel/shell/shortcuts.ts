// Single-key shortcuts, which work anywhere in the panel except in inputs.

import { hasFailed } from '../../core/diagnose/outcome.ts';
import { indexOfId } from '../../core/model/index-of-id.ts';
import { focusFilter, focusList, focusListOrDetail, isFocusInDetail } from '../lib/focus.ts';
import { isEditable } from '../lib/is-editable.ts';
import type { PanelState } from '../state/panel-state.ts';
import { shortcutOf, viewIds } from './views.ts';

type Shortcut = (state: PanelState) => void;

/** Documented in `ShortcutsDialog.tsx`. */
const shortcuts: ReadonlyMap<string, Shortcut> = new Map<string, Shortcut>([
  ...viewIds.map((id) => [shortcutOf(id), (state: PanelState) => state.openView(id)] as const),
  ['?', (state) => state.openDialog('keys')],
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
      state.statusMessage.show(state.isRecording.value ? 'Recording started.' : 'Recording stopped.');
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

/** Returns a function that stops listening. */
export function listenForShortcuts(state: PanelState): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    const shortcut = shortcuts.get(event.key);
    if (shortcut === undefined || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!state.singleKeys.value || state.dialog.value !== undefined || isEditable(event.target)) return;
    event.preventDefault();
    shortcut(state);
  };
  document.addEventListener('keydown', onKeyDown);
  return () => document.removeEventListener('keydown', onKeyDown);
}

/** Selects the next or previous failed exchange of the list, or says that there is none. */
function selectFailed(state: PanelState, step: 1 | -1): void {
  const shown = state.sort.list.value;
  const selected = indexOfId(shown, state.selection.id.value);
  const from = selected === -1 && step === -1 ? shown.length : selected;
  for (let i = from + step; i >= 0 && i < shown.length; i += step) {
    const exchange = shown[i];
    if (exchange === undefined || !hasFailed(exchange)) continue;
    state.openView('exchanges');
    state.selection.select(exchange.id);
    // Someone reading the detail continues there.
    if (!isFocusInDetail()) focusListOrDetail();
    return;
  }
  state.statusMessage.show(step === 1 ? 'No later failed requests.' : 'No earlier failed requests.');
}
