// Reads the clipboard by pasting into a field of the page, and writes it by copying from one of the panel.

import type { InspectedPage } from './drivers/browser.ts';
import { expect } from './fixtures.ts';
import type { PanelPage } from './panel-page.ts';

/** Waits until the clipboard has text. */
export async function readClipboard(app: InspectedPage): Promise<string> {
  await app.evaluate((window) => {
    const { document } = window;
    document.getElementById('pasted')?.remove();
    const field = document.createElement('textarea');
    field.id = 'pasted';
    document.body.prepend(field);
    field.focus();
  });
  const field = app.locate('#pasted');
  await field.click();
  await app.press('ControlOrMeta+V');
  await expect.poll(() => field.value()).not.toBe('');
  return field.value();
}

/** Copies with the standard shortcut, from a temporary field. */
export async function copyText(panel: PanelPage, text: string): Promise<void> {
  await panel.evaluate((document, text) => {
    const field = document.createElement('textarea');
    field.id = 'copied';
    field.value = text;
    document.body.append(field);
    field.select();
  }, text);
  await panel.press('ControlOrMeta+C');
  await panel.evaluate((document) => document.getElementById('copied')?.remove());
}
