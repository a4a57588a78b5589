// Operates the settings dialog as a user does.

import { expect } from './fixtures.ts';
import type { PanelPage } from './panel-page.ts';

export async function openSettings(panel: PanelPage): Promise<void> {
  await panel.getByRole('button', { name: 'Settings', exact: true }).click();
  await panel.getByRole('list', { name: 'Mappings', exact: true }).waitFor();
}

export async function closeDialog(panel: PanelPage): Promise<void> {
  await panel.getByRole('button', { name: 'Close', exact: true }).click();
}

export async function resetSettings(panel: PanelPage): Promise<void> {
  await openSettings(panel);
  await panel.getByRole('button', { name: 'Reset all settings' }).click();
  await panel.getByRole('button', { name: 'Reset', exact: true }).click();
  await expect.poll(() => panel.getByRole('textbox', { name: 'Mapping 1' }).value()).toBe('');
  await closeDialog(panel);
}

/** Maps a prefix of URLs to the API, in an empty list of mappings. */
export async function addMapping(panel: PanelPage, prefix: string): Promise<void> {
  await openSettings(panel);
  await panel.getByRole('textbox', { name: 'Mapping 1' }).fill(prefix);
  await closeDialog(panel);
}
