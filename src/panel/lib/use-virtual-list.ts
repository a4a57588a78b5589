// A virtual list: renders only the visible rows, all of one height, and keeps them in place while rows come and go above them.

import type { RefObject } from 'preact';
import { useLayoutEffect, useReducer, useRef } from 'preact/hooks';
import type { PanelHost } from '../host/panel-host.ts';
import { anchorShift } from './scroll-anchor.ts';
import { createScrollState, markFast, observeScroll, type ScrollState, scrollElement } from './scroll-state.ts';
import { rowsAround } from './visible-rows.ts';

export interface VirtualList {
  /** The rows to render, in order; while scrolling fast, in the order of their slots, so that no element moves in the document. */
  readonly visibleRows: readonly number[];
  /** The maximum number of rendered rows; constant while the height is. */
  readonly slots: number;
  /** The user scrolls, or many rows arrive: work that can wait should. */
  readonly isScrollingFast: boolean;
  /** How many whole rows fit. */
  readonly visibleCount: number;
  /** Whether the end of the rendered list is visible. */
  isAtEnd(): boolean;
  /** Scrolls the shortest way that makes a row visible. */
  scrollIntoView(index: number): void;
  scrollTo(top: number): void;
}

export interface VirtualListOptions {
  readonly count: number;
  readonly rowHeight: number;
  /** Identifies what a row shows, to find it again when it moved. */
  readonly keyAt: (index: number) => number | undefined;
  /** The row of a key now; -1 if it is gone. */
  readonly rowOfKey: (key: number) => number;
  /** Scroll offset at the first render, pixels. */
  readonly initialOffset: number;
  /** Stays at the end while rows arrive. */
  readonly followsTail: boolean;
}

/** With more new rows than this at the end, the visible ones pass by. */
const FAST_NEW_ROWS = 4;
/** Scrolling has ended when the offset didn't change for this long, */
const SCROLL_END_MS = 100;
/** and a burst when no rows arrived for this long. In a burst the panel renders every 250 ms, or less often on a busy machine. */
const BURST_END_MS = 500;

/** Pixels, as `--row-height` in tokens.css: the height of rows in the browser's own DevTools. */
export function rowHeightFor(browser: PanelHost['browser']): number {
  return browser === 'firefox' ? 24 : 21;
}

export function useVirtualList(scroller: RefObject<HTMLElement | null>, options: VirtualListOptions): VirtualList {
  const { count, rowHeight, keyAt, rowOfKey, initialOffset, followsTail } = options;
  const [, rerender] = useReducer((renders: number, _: undefined) => renders + 1, 0);
  const onChange = () => rerender(undefined);
  const state = useRef<ScrollState>(undefined);
  state.current ??= createScrollState(initialOffset);
  const scroll = state.current;
  const totalPx = count * rowHeight;
  if (followsTail && count - scroll.count > FAST_NEW_ROWS) markFast(scroll, BURST_END_MS, onChange);
  const shiftPx = followsTail ? 0 : anchorShift(scroll, rowHeight, keyAt, rowOfKey) * rowHeight;
  // Render the rows at the end now, not only after the scrolling that leads there.
  if (followsTail) scroll.top = Math.max(0, totalPx - scroll.heightPx);
  scroll.top += shiftPx;

  const { from, to, slots } = rowsAround(scroll.top, scroll.heightPx, count, rowHeight);
  scroll.from = from;
  scroll.keys = Array.from({ length: to - from }, (_, i) => keyAt(from + i));
  scroll.count = count;
  useScrolling(scroller, scroll, { rowHeight, followsTail, totalPx, shiftPx, onChange });

  const scrollTo = (top: number) => {
    scroll.top = top;
    scrollElement(scroll, scroller, top);
    onChange();
  };
  const visibleRows = Array.from({ length: to - from }, (_, i) => from + i);
  if (scroll.isScrollingFast) visibleRows.sort((a, b) => (a % slots) - (b % slots));
  return {
    visibleRows,
    slots,
    isScrollingFast: scroll.isScrollingFast,
    visibleCount: Math.max(1, Math.floor(scroll.heightPx / rowHeight)),
    isAtEnd() {
      const actual = scroller.current?.scrollTop ?? scroll.top;
      const top = scroll.isDue && actual === scroll.actualTop ? scroll.top : actual;
      // An element that grew or shrank may scroll before its new height is observed.
      const heightPx = Math.max(scroll.heightPx, scroller.current?.clientHeight ?? 0);
      return top + heightPx >= (scroll.count - 1) * rowHeight;
    },
    scrollIntoView(index) {
      const top = index * rowHeight;
      if (top < scroll.top) scrollTo(top);
      else if (top + rowHeight > scroll.top + scroll.heightPx) scrollTo(top + rowHeight - scroll.heightPx);
    },
    scrollTo,
  };
}

interface ScrollingOptions {
  readonly rowHeight: number;
  readonly followsTail: boolean;
  readonly totalPx: number;
  /** How far the visible rows have moved since the last render. */
  readonly shiftPx: number;
  readonly onChange: () => void;
}

/** Moves the element to where the list was rendered for, and follows the user's scrolling. */
function useScrolling(scroller: RefObject<HTMLElement | null>, scroll: ScrollState, options: ScrollingOptions): void {
  const { rowHeight, followsTail, totalPx, shiftPx, onChange } = options;
  const latest = useRef(options);
  latest.current = options;
  const moveIfDue = () => {
    const { followsTail, totalPx } = latest.current;
    if (scroll.isDue) scrollElement(scroll, scroller, followsTail ? totalPx : scroll.top);
  };
  // Scrolling forces layout, so it waits for the frame, which has to lay out anyway.
  const moveWithFrame = () => {
    scroll.isDue = true;
    requestAnimationFrame(moveIfDue);
  };
  // In a burst, scrolling gets a task of its own between render and frame: all in one is a long task.
  if (followsTail && scroll.isScrollingFast) setTimeout(moveIfDue);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    moveWithFrame();
    const onUserScroll = () => markFast(scroll, SCROLL_END_MS, onChange);
    return observeScroll(element, scroll, rowHeight, { onUserScroll, onChange });
  }, [rowHeight]);
  useLayoutEffect(() => {
    // From the current offset: the user may have scrolled since the last event.
    if (shiftPx !== 0 && !scroll.isDue && scroller.current) {
      scrollElement(scroll, scroller, scroller.current.scrollTop + shiftPx);
    }
  });
  useLayoutEffect(() => {
    if (!followsTail || scroll.isDue) return;
    if (scroll.isScrollingFast) moveWithFrame();
    else if (totalPx > scroll.heightPx || scroll.actualTop > 0) scrollElement(scroll, scroller, totalPx);
  }, [followsTail, totalPx, scroll.heightPx]);
}
