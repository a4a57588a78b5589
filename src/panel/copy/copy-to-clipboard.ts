// Puts a text onto the clipboard and says so; where the browser refuses, the text is shown, to be copied by hand.

import { type ReadonlySignal, signal } from '@preact/signals';
import type { PanelState } from '../state/panel-state.ts';

const refused = signal('');

/** What the browser did not take; empty where it took all. */
export const fallbackText: ReadonlySignal<string> = refused;

/** `done`: the sentence for success. Never rejects. */
export async function copyToClipboard(
  { copyText, statusMessage, openDialog }: Pick<PanelState, 'copyText' | 'statusMessage' | 'openDialog'>,
  text: string,
  done: string,
): Promise<void> {
  try {
    await copyText(text);
    statusMessage.show(done);
  } catch (error) {
    console.warn('The clipboard was refused:', error);
    refused.value = text;
    openDialog('copy-by-hand');
  }
}
