// Moves the focus when a render removes the focused element, so that it is not lost to the document.

import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** A hook. Focuses `next` when a render removes the focused element from `part` and nothing else takes the focus. */
export function useRestoreFocus(part: RefObject<HTMLElement | null>, next: () => HTMLElement | null | undefined): void {
  // Read during render, while the focused element is still in the document.
  const hadFocus = part.current?.contains(document.activeElement) ?? false;
  useLayoutEffect(() => {
    if (hadFocus && document.activeElement === document.body) next()?.focus();
  });
}
