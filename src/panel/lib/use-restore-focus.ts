// Keeps the focus in the panel where a part is drawn anew for something else: what had the focus in it is gone then.

import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** A hook. When what has the focus goes from `part` with a drawing, and nothing else takes the focus, it goes to `next`. */
export function useRestoreFocus(part: RefObject<HTMLElement | null>, next: () => HTMLElement | null | undefined): void {
  // Asked while drawing: afterwards, what had the focus is out of the document.
  const hadFocus = part.current?.contains(document.activeElement) ?? false;
  useLayoutEffect(() => {
    if (hadFocus && document.activeElement === document.body) next()?.focus();
  });
}
