// A button that opens a menu, by the pattern of the ARIA Authoring Practices.

import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

export interface MenuItem {
  readonly title: string;
  readonly onChoose: () => void;
  /** Where given, the item is one that is on or off; the menu stays open. */
  readonly isOn?: boolean;
  readonly isDisabled?: boolean;
}

interface MenuButtonProps {
  /** What the button is called, where its content does not tell. */
  label?: string;
  title?: string;
  class?: string;
  /** In groups, with a line between them. */
  groups: readonly (readonly MenuItem[])[];
  children: ComponentChildren;
}

export function MenuButton({ label, title, class: className = 'tool', groups, children }: MenuButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  useLayoutEffect(() => {
    if (!isOpen || menu.current === null || button.current === null) return;
    place(menu.current, button.current);
    itemsOf(menu.current)[0]?.focus();
  }, [isOpen]);
  const press = (event: KeyboardEvent) => {
    const items = itemsOf(menu.current);
    const at = items.indexOf(document.activeElement as HTMLElement);
    const to: Record<string, number> = {
      ArrowDown: (at + 1) % items.length,
      ArrowUp: (at - 1 + items.length) % items.length,
      Home: 0,
      End: items.length - 1,
    };
    if (event.key === 'Escape') close();
    else if (event.key === 'Tab') setOpen(false);
    else if (to[event.key] !== undefined) items[to[event.key] as number]?.focus();
    if (event.key !== 'Tab' && event.key !== 'Enter' && event.key !== ' ') event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      class="menu-holder"
      onFocusOut={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget as Node | null)) setOpen(false);
      }}
    >
      <button
        type="button"
        ref={button}
        class={className}
        aria-label={label}
        title={title}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' || isOpen) return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        {children}
      </button>
      {isOpen && (
        <div class="menu" role="menu" aria-label={label ?? title} ref={menu} onKeyDown={press}>
          {groups
            .filter((group) => group.length > 0)
            .map((group, i) => (
              <div role="group" class="menu-group" key={i}>
                {group.map((item) => (
                  <Item key={item.title} item={item} onDone={close} />
                ))}
              </div>
            ))}
        </div>
      )}
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

/** Below the button and within the window; above it where there is more room. */
function place(menu: HTMLElement, button: HTMLElement): void {
  const at = button.getBoundingClientRect();
  const { innerWidth, innerHeight } = window;
  const isBelow = at.bottom + menu.offsetHeight <= innerHeight || at.top < innerHeight - at.bottom;
  menu.style.left = `${Math.max(2, Math.min(at.left, innerWidth - menu.offsetWidth - 2))}px`;
  menu.style.top = isBelow ? `${at.bottom}px` : 'auto';
  menu.style.bottom = isBelow ? 'auto' : `${innerHeight - at.top}px`;
  menu.style.maxHeight = `${(isBelow ? innerHeight - at.bottom : at.top) - 4}px`;
}
