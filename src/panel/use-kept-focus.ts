// Keeps the focus in the panel where a part is drawn anew for something else: what had the focus in it is gone then.

import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** A hook. When `content` changes while the focus is in `part`, and nothing else takes it, it goes to `next`. */
export function useKeptFocus(
  part: RefObject<HTMLElement | null>,
  content: string,
  next: () => HTMLElement | null | undefined,
): void {
  // Asked while drawing: afterwards, what had the focus is out of the document.
  const hadFocus = part.current?.contains(document.activeElement) ?? false;
  useLayoutEffect(() => {
    if (hadFocus && document.activeElement === document.body) next()?.focus();
  }, [content]);
}
