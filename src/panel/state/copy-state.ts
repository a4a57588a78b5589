// The clipboard: the open context menu of a row, and the text that the browser refused to copy.

import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { PanelServices } from '../host/panel-host.ts';
import type { NavigationState } from './navigation-state.ts';
import type { StatusMessageState } from './status-message.ts';

export interface CopyState {
  /** Copies `text` and shows `successMessage`; a refused text opens in a dialog, to be copied by hand. Never rejects. */
  copyToClipboard(text: string, successMessage: string): Promise<void>;
  /** The text that the browser refused to copy; empty if none. */
  readonly refusedText: ReadonlySignal<string>;
  forgetRefusedText(): void;
  /** Whether copies for the user's own use, such as commands, are redacted too. Reports always are. */
  readonly redactsCopies: Signal<boolean>;
  /** The row whose context menu is open. */
  readonly contextMenu: Signal<RowContextMenu | undefined>;
}

interface RowContextMenu {
  readonly exchangeId: number;
  /** Viewport coordinates, in px. */
  readonly anchor: { readonly left: number; readonly top: number; readonly bottom: number };
}

export function createCopyState(
  copyText: PanelServices['copyText'],
  statusMessage: StatusMessageState,
  { openDialog }: NavigationState,
): CopyState {
  const refusedText = signal('');
  return {
    refusedText,
    forgetRefusedText() {
      refusedText.value = '';
    },
    redactsCopies: signal(false),
    contextMenu: signal(),
    async copyToClipboard(text, successMessage) {
      try {
        await copyText(text);
        statusMessage.show(successMessage);
      } catch (error) {
        console.warn('Clipboard access denied:', error);
        refusedText.value = text;
        openDialog('copy-by-hand');
      }
    },
  };
}
