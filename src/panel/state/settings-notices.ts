// Notices about settings that could not be read or saved.

import type { PanelHost } from '../host/panel-host.ts';
import type { Notices } from './notices.ts';

/** Returns a function that stops listening for failed saves. */
export function addSettingsNotices(
  notices: Notices,
  { settings, invalidSettings, onSaveError }: Pick<PanelHost, 'settings' | 'invalidSettings' | 'onSaveError'>,
): () => void {
  if (invalidSettings.length > 0) {
    notices.add({
      text:
        invalidSettings.length === Object.keys(settings).length
          ? 'The browser couldn’t read the saved settings. The defaults apply until you reopen DevTools.'
          : `Invalid settings were reset: ${invalidSettings.join(', ')}.`,
      onDismiss: () => invalidSettings.splice(0),
    });
  }
  const unsaved = { text: 'The browser didn’t save the settings. They last until you close DevTools.' };
  return onSaveError(() => {
    if (!notices.all.value.includes(unsaved)) notices.add(unsaved);
  });
}
