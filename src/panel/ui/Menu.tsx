// A menu, by the pattern of the ARIA Authoring Practices. Whoever opens it says where.

import { useLayoutEffect, useRef } from 'preact/hooks';

export interface MenuItem {
  readonly title: string;
  readonly onChoose: () => void;
  /** Where given, the item is one that is on or off; the menu stays open. */
  readonly isOn?: boolean;
  readonly isDisabled?: boolean;
}

/** In groups, with a line between them. */
export type MenuGroups = readonly (readonly MenuItem[])[];

/** Of the viewport, in px: the menu opens below `bottom`, or where there is more room, above `top`. */
export interface Anchor {
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
}

interface MenuProps {
  label: string | undefined;
  groups: MenuGroups;
  anchor: Anchor;
  /** `isDone`: something was chosen, or the menu was left by Escape, and the focus is to go back to where it came from. */
  onClose: (isDone: boolean) => void;
}

export function Menu({ label, groups, anchor, onClose }: MenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (menu.current === null) return;
    // Above all else, and placed by the viewport whatever it stands in.
    if (!menu.current.matches(':popover-open')) menu.current.showPopover();
    place(menu.current, anchor);
    itemsOf(menu.current)[0]?.focus();
  }, [anchor]);
  const press = (event: KeyboardEvent) => {
    const items = itemsOf(menu.current);
    const at = items.indexOf(document.activeElement as HTMLElement);
    const to: Record<string, number> = {
      ArrowDown: (at + 1) % items.length,
      ArrowUp: (at - 1 + items.length) % items.length,
      Home: 0,
      End: items.length - 1,
    };
    // What the panel does by single keys waits until the menu is closed.
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
      onKeyDown={press}
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
        // First, for what is chosen may take the focus elsewhere.
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

/** Below the anchor and within the window; above it where there is more room. */
function place(menu: HTMLElement, { left, top, bottom }: Anchor): void {
  const { innerWidth, innerHeight } = window;
  const isBelow = bottom + menu.offsetHeight <= innerHeight || top < innerHeight - bottom;
  menu.style.left = `${Math.max(2, Math.min(left, innerWidth - menu.offsetWidth - 2))}px`;
  menu.style.top = isBelow ? `${bottom}px` : 'auto';
  menu.style.bottom = isBelow ? 'auto' : `${innerHeight - top}px`;
  menu.style.maxHeight = `${(isBelow ? innerHeight - bottom : top) - 4}px`;
}
