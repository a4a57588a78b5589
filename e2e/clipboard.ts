// Reads the clipboard by pasting into a field of the page.

import type { InspectedPage } from './drivers/browser.ts';
import { expect } from './fixtures.ts';

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
