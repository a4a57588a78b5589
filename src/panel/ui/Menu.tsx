// A menu that follows the ARIA Authoring Practices, anchored by its opener.

import { useLayoutEffect, useRef } from 'preact/hooks';

interface MenuItem {
  readonly title: string;
  readonly onChoose: () => void;
  /** Makes the item a checkbox, which keeps the menu open. */
  readonly isOn?: boolean;
  readonly isDisabled?: boolean;
}

/** Groups are separated by a line. */
export type MenuGroups = readonly (readonly MenuItem[])[];

/** Viewport coordinates in px. The menu opens below `bottom`, or above `top` if there is more room. */
export interface Anchor {
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
}

interface MenuProps {
  label: string | undefined;
  groups: MenuGroups;
  anchor: Anchor;
  /** `isDone`: an item was chosen or Escape was pressed, so the opener should get the focus back. */
  onClose: (isDone: boolean) => void;
}

export function Menu({ label, groups, anchor, onClose }: MenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (menu.current === null) return;
    // In the top layer, positioned by the viewport.
    if (!menu.current.matches(':popover-open')) menu.current.showPopover();
    positionMenu(menu.current, anchor);
    itemsOf(menu.current)[0]?.focus();
  }, [anchor]);
  const onKeyDown = (event: KeyboardEvent) => {
    const items = itemsOf(menu.current);
    const at = items.indexOf(document.activeElement as HTMLElement);
    const to: Record<string, number> = {
      ArrowDown: (at + 1) % items.length,
      ArrowUp: (at - 1 + items.length) % items.length,
      Home: 0,
      End: items.length - 1,
    };
    // Keeps the panel's single-key shortcuts out of an open menu.
    event.stopPropagation();
    if (event.key === 'Tab') onClose(false);
    if (event.key !== 'Escape' && to[event.key] === undefined) return;
    event.preventDefault();
    if (event.key === 'Escape') onClose(true);
    else items[to[event.key] as number]?.focus();
  };
  return (
    <div
      class="menu"
      role="menu"
      popover="manual"
      aria-label={label}
      ref={menu}
      onKeyDown={onKeyDown}
      onContextMenu={(event) => event.preventDefault()}
      onFocusOut={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget as Node | null)) onClose(false);
      }}
    >
      {groups
        .filter((group) => group.length > 0)
        .map((group, i) => (
          <div role="group" class="menu-group" key={i}>
            {group.map((item) => (
              <Item key={item.title} item={item} onDone={() => onClose(true)} />
            ))}
          </div>
        ))}
    </div>
  );
}

function Item({ item: { title, onChoose, isOn, isDisabled = false }, onDone }: { item: MenuItem; onDone: () => void }) {
  const shared = { type: 'button', tabIndex: -1, class: 'menu-item', 'aria-disabled': isDisabled } as const;
  if (isOn !== undefined) {
    return (
      <button
        {...shared}
        role="menuitemcheckbox"
        aria-checked={isOn}
        onClick={() => {
          if (!isDisabled) onChoose();
        }}
      >
        {title}
      </button>
    );
  }
  return (
    <button
      {...shared}
      role="menuitem"
      onClick={() => {
        if (isDisabled) return;
        // First, because the action may move the focus.
        onDone();
        onChoose();
      }}
    >
      {title}
    </button>
  );
}

function itemsOf(menu: HTMLElement | null): HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>('.menu-item') ?? [])];
}

/** Positions the menu below the anchor and within the window, or above it if there is more room. */
function positionMenu(menu: HTMLElement, { left, top, bottom }: Anchor): void {
  const { innerWidth, innerHeight } = window;
  const isBelow = bottom + menu.offsetHeight <= innerHeight || top < innerHeight - bottom;
  menu.style.left = `${Math.max(2, Math.min(left, innerWidth - menu.offsetWidth - 2))}px`;
  menu.style.top = isBelow ? `${bottom}px` : 'auto';
  menu.style.bottom = isBelow ? 'auto' : `${innerHeight - top}px`;
  menu.style.maxHeight = `${(isBelow ? innerHeight - bottom : top) - 4}px`;
}
