// Draws only the rows that are in sight: TanStack's virtual list, made a Preact hook.

import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useLayoutEffect, useReducer, useState } from 'preact/hooks';

export type VirtualRows = Virtualizer<HTMLElement, HTMLElement>;

/** Rows drawn beyond either end of what is in sight. */
const overscan = 8;

export interface VirtualRowsOptions {
  readonly count: number;
  readonly rowHeight: number;
  /** Where the list was scrolled to when it was last seen, in pixels. */
  readonly initialOffset: number;
  /** Shows the end, whatever was scrolled to. */
  readonly following: boolean;
}

/** More than the rows that are ever drawn at once, and the same as long as the list is as high. */
export function slotsOf({ scrollRect }: VirtualRows, rowHeight: number): number {
  return Math.ceil((scrollRect?.height ?? window.innerHeight) / rowHeight) + 2 * overscan + 2;
}

export function useVirtualRows(scroller: RefObject<HTMLElement | null>, wish: VirtualRowsOptions): VirtualRows {
  const { count, rowHeight, initialOffset, following } = wish;
  const [, redraw] = useReducer((drawn: number) => drawn + 1, 0);
  const options = {
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    initialOffset,
    // The first drawing comes before the list can be measured; it is at most as high as the window.
    initialRect: { width: 0, height: window.innerHeight },
    overscan,
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    onChange: () => redraw(0),
  };
  const [virtualizer] = useState(() => new Virtualizer<HTMLElement, HTMLElement>(options));
  virtualizer.setOptions(options);
  // The rows at the end are drawn at once, and not only after the scrolling that leads there.
  const height = virtualizer.scrollRect?.height ?? window.innerHeight;
  if (following) virtualizer.scrollOffset = Math.max(0, count * rowHeight - height);
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());
  useLayoutEffect(() => {
    if (following) scroller.current?.scrollTo(0, count * rowHeight);
  }, [following, count, rowHeight]);
  return virtualizer;
}
