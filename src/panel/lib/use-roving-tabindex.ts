// Makes a toolbar a single tab stop, with arrow keys, Home and End between its buttons.

import { useLayoutEffect, useRef } from 'preact/hooks';
import { nextTabIndex } from './arrow-keys.ts';

/** A hook that returns the props of the toolbar's element. Elements in a `search` or a menu keep their own tab stops and keys. */
export function useRovingTabindex() {
  const toolbar = useRef<HTMLDivElement>(null);
  const items = () => itemsOf(toolbar.current);
  // After every render, since buttons come and go.
  useLayoutEffect(() => setTabStop(items().find(({ tabIndex }) => tabIndex === 0) ?? items()[0], items()));
  return {
    ref: toolbar,
    onKeyDown(event: KeyboardEvent) {
      const all = items();
      const at = all.indexOf(event.target as HTMLElement);
      const to = event.defaultPrevented || at === -1 ? undefined : nextTabIndex(event.key, at, all.length);
      if (to === undefined) return;
      event.preventDefault();
      all[to]?.focus();
    },
    onFocusIn({ target }: FocusEvent) {
      const all = items();
      if (all.includes(target as HTMLElement)) setTabStop(target as HTMLElement, all);
    },
  };
}

function itemsOf(toolbar: HTMLElement | null): HTMLElement[] {
  const all = toolbar?.querySelectorAll<HTMLElement>('button:enabled, input[type=checkbox]:enabled') ?? [];
  return [...all].filter((item) => item.closest('[role=search], [role=menu]') === null);
}

function setTabStop(item: HTMLElement | undefined, all: readonly HTMLElement[]): void {
  for (const each of all) each.tabIndex = each === item ? 0 : -1;
}
