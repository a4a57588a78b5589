// Which view and which dialog are open.

import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { DialogName, View, ViewState } from '../host/panel-host.ts';
import type { ReferenceState } from './reference-state.ts';

export interface NavigationState {
  readonly view: ReadonlySignal<View>;
  openView(view: View): void;
  readonly dialog: ReadonlySignal<DialogName | undefined>;
  /** `undefined` closes the open dialog. */
  openDialog(name: DialogName | undefined): void;
  /** Opens the reference at the entry with this id. */
  openReference(id: string): void;
}

/** `viewState` outlives the panel's page. */
export function createNavigationState(
  viewState: Pick<ViewState, 'view' | 'dialog'>,
  reference: Pick<ReferenceState, 'search' | 'open'>,
): NavigationState {
  const view = signal(viewState.view);
  const dialog = signal(viewState.dialog);
  const openView = (next: View) => {
    viewState.view = next;
    view.value = next;
  };
  return {
    view,
    openView,
    dialog,
    openDialog(name) {
      viewState.dialog = name;
      dialog.value = name;
    },
    openReference: (id) =>
      batch(() => {
        // The current search might hide the entry from the list.
        reference.search('');
        reference.open(id);
        openView('reference');
      }),
  };
}
