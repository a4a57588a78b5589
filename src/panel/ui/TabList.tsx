// A row of tabs with one tab stop: arrow keys, Home and End open and focus another tab.

import { nextTabIndex } from '../lib/arrow-keys.ts';

interface TabListProps<Id extends string> {
  label: string;
  ids: readonly Id[];
  shown: Id;
  titleOf: (id: Id) => string;
  /** The ids of the tab's element, and of the panel that it controls. */
  tabIdOf: (id: Id) => string;
  panelIdOf: (id: Id) => string;
  onOpen: (id: Id) => void;
}

export function TabList<Id extends string>(props: TabListProps<Id>) {
  const { label, ids, shown, titleOf, tabIdOf, panelIdOf, onOpen } = props;
  const onKeyDown = (event: KeyboardEvent) => {
    const index = nextTabIndex(event.key, ids.indexOf(shown), ids.length);
    const next = index === undefined ? undefined : ids[index];
    if (next === undefined) return;
    event.preventDefault();
    onOpen(next);
    document.getElementById(tabIdOf(next))?.focus();
  };
  return (
    <div role="tablist" aria-label={label} class="tabs" onKeyDown={onKeyDown}>
      {ids.map((id) => (
        <button
          key={id}
          type="button"
          id={tabIdOf(id)}
          class="tab"
          role="tab"
          aria-selected={id === shown}
          aria-controls={panelIdOf(id)}
          tabIndex={id === shown ? 0 : -1}
          onClick={() => onOpen(id)}
        >
          {titleOf(id)}
        </button>
      ))}
    </div>
  );
}
