// The whole panel.

import { useSearchShortcuts } from './search/use-search-shortcuts.ts';
import { Dialogs } from './shell/Dialogs.tsx';
import { NoticeList } from './shell/NoticeList.tsx';
import { StatusMessage } from './shell/StatusMessage.tsx';
import { Toolbar } from './shell/Toolbar.tsx';
import { useEscape } from './shell/use-escape.ts';
import { useShortcuts } from './shell/use-shortcuts.ts';
import { useViewFocus } from './shell/use-view-focus.ts';
import { ViewPanels } from './shell/ViewPanels.tsx';
import { usePanelState } from './state/state-context.ts';
import { lazyComponent } from './ui/Lazy.tsx';

const ImportStatus = lazyComponent(() => import('./import/ImportStatus.tsx').then(({ ImportStatus }) => ImportStatus));

export function App() {
  const { isDisconnected, view } = usePanelState();
  useShortcuts();
  useEscape();
  useSearchShortcuts();
  // Here, so that it runs before the toolbar removes the commands of the previous view.
  const onFocusIn = useViewFocus(view.value);
  return (
    <div class="panel">
      {isDisconnected.value && (
        <p class="notice" role="alert">
          Extension reloaded. Close and reopen DevTools to resume capturing.
        </p>
      )}
      <NoticeList />
      <Toolbar />
      <ImportStatus />
      <ViewPanels onFocusIn={onFocusIn} />
      <StatusMessage />
      <Dialogs />
    </div>
  );
}
