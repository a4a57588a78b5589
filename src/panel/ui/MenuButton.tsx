// A button that opens a menu.

import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { type Anchor, Menu, type MenuGroups } from './Menu.tsx';

interface MenuButtonProps {
  /** The accessible name, if the content isn't text. */
  label?: string;
  title?: string;
  class?: string;
  groups: MenuGroups;
  children: ComponentChildren;
}

export function MenuButton({ label, title, class: className = 'tool', groups, children }: MenuButtonProps) {
  const [anchor, setAnchor] = useState<Anchor>();
  const button = useRef<HTMLButtonElement>(null);
  const open = () => setAnchor(button.current?.getBoundingClientRect());
  const close = () => setAnchor(undefined);
  return (
    <div class="menu-holder">
      <button
        type="button"
        ref={button}
        class={className}
        aria-label={label}
        title={title}
        aria-haspopup="menu"
        aria-expanded={anchor !== undefined}
        // Otherwise the menu would lose the focus and close, and the click would open it again.
        onMouseDown={(event) => anchor && event.preventDefault()}
        onClick={() => (anchor ? close() : open())}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' || anchor) return;
          event.preventDefault();
          open();
        }}
      >
        {children}
      </button>
      {anchor && (
        <Menu
          label={label ?? title}
          groups={groups}
          anchor={anchor}
          onClose={(isDone) => {
            close();
            if (isDone) button.current?.focus();
          }}
        />
      )}
    </div>
  );
}
