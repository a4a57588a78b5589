// The tabs that switch between the views.

import { viewPanelId, viewTabId } from '../lib/focus-targets.ts';
import { usePanelState } from '../state/state-context.ts';
import { TabList } from '../ui/TabList.tsx';
import { viewIds, views } from './views.ts';

export function ViewTabs() {
  const { view, openView } = usePanelState();
  return (
    <TabList
      label="Views"
      ids={viewIds}
      shown={view.value}
      titleOf={(id) => views[id].title}
      tabIdOf={viewTabId}
      panelIdOf={viewPanelId}
      onOpen={openView}
    />
  );
}
