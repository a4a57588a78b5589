// Draws only the rows that are in sight, all of one height, and keeps what is looked at where it is while rows come and go above it.

import type { RefObject } from 'preact';
import { useLayoutEffect, useReducer, useRef } from 'preact/hooks';
import type { PanelHost } from '../host/panel-host.ts';
import { anchorShift, type RenderedWindow } from './scroll-anchor.ts';

/** Rows `from` to before `to`, never more than `slots`. */
interface RowRange {
  readonly from: number;
  readonly to: number;
  readonly slots: number;
}

export interface VirtualList {
  /** The rows to draw. In order, but in haste by the slots they take: elements that move are laid out anew. */
  readonly visibleRows: readonly number[];
  /** As many as the rows that are ever drawn at once, and the same as long as the list is as high. */
  readonly slots: number;
  /** Rows pass by, for the user scrolls or many come: what can wait should. */
  readonly isScrollingFast: boolean;
  /** How many whole rows are in sight. */
  readonly visibleCount: number;
  /** Whether the end of what is drawn is in sight. */
  isAtEnd(): boolean;
  /** Scrolls as little as it takes to have a row in sight. */
  scrollIntoView(index: number): void;
  scrollTo(top: number): void;
}

export interface VirtualRowsOptions {
  readonly count: number;
  readonly rowHeight: number;
  /** What a row shows, by which it is found again in another place. */
  readonly keyAt: (index: number) => number | undefined;
  /** Where a key stands now; -1 where it is gone. */
  readonly rowOfKey: (key: number) => number;
  /** Where the list was scrolled to when it was last seen, in pixels. */
  readonly initialOffset: number;
  /** Shows the end, whatever was scrolled to. */
  readonly followsTail: boolean;
}

/** Rows drawn beyond either end of what is in sight. */
const OVERSCAN_ROWS = 4;
/** More new rows than these at the end, and those in sight pass by. */
const few = 4;
/** Scrolling has ended when nothing moved for so long, */
const scrolledMs = 100;
/** and a burst when no more came; in one the panel draws every 250 ms, or later where the machine is busy. */
const cameMs = 500;

/** Of a row, as `--row-height` in colours.css, which is as in the browser's own DevTools. Pixels. */
export function rowHeightFor(browser: PanelHost['browser']): number {
  return browser === 'firefox' ? 24 : 21;
}

/** What is known of the list between two drawings. */
interface ScrollState extends RenderedWindow {
  height: number;
  /** Where it stands, as far as is known; `top` is where it is drawn for. */
  at: number;
  /** It will be scrolled to `top` with the next frame. */
  isDue: boolean;
  count: number;
  isScrollingFast: boolean;
  rest: ReturnType<typeof setTimeout> | undefined;
}

export function useVirtualList(scroller: RefObject<HTMLElement | null>, options: VirtualRowsOptions): VirtualList {
  const { count, rowHeight, keyAt, rowOfKey, initialOffset, followsTail } = options;
  const current = useRef(options);
  current.current = options;
  const [, redraw] = useReducer((drawn: number) => drawn + 1, 0);
  const kept = useRef<ScrollState>(undefined);
  // The first drawing comes before the list can be measured; it is at most as high as the window.
  kept.current ??= {
    top: initialOffset,
    height: window.innerHeight,
    at: initialOffset,
    isDue: false,
    from: 0,
    keys: [],
    count: 0,
    isScrollingFast: false,
    rest: undefined,
  };
  const place = kept.current;
  const total = count * rowHeight;
  const hasten = (restMs: number) => {
    place.isScrollingFast = true;
    clearTimeout(place.rest);
    place.rest = setTimeout(() => {
      place.isScrollingFast = false;
      redraw(0);
    }, restMs);
  };
  if (followsTail && count - place.count > few) hasten(cameMs);
  const shift = followsTail ? 0 : anchorShift(place, rowHeight, keyAt, rowOfKey) * rowHeight;
  // The rows at the end are drawn at once, and not only after the scrolling that leads there.
  if (followsTail) place.top = Math.max(0, total - place.height);
  place.top += shift;

  const { from, to, slots } = rowsAround(place, count, rowHeight);
  place.from = from;
  place.keys = Array.from({ length: to - from }, (_, i) => keyAt(from + i));
  place.count = count;
  const move = (top: number) => {
    place.isDue = false;
    if (scroller.current === null) return;
    scroller.current.scrollTop = top;
    place.at = scroller.current.scrollTop;
  };
  const moveIfDue = () => {
    const { followsTail, count } = current.current;
    if (place.isDue) move(followsTail ? count * rowHeight : place.top);
  };
  // Scrolling lays out what was drawn: with the frame at the latest, which would do so anyway.
  const moveSoon = () => {
    place.isDue = true;
    requestAnimationFrame(moveIfDue);
  };
  // Better in a task between them, for all in one is a long task. Asked for after the drawing it would come after the frame.
  if (followsTail && place.isScrollingFast) setTimeout(moveIfDue);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    moveSoon();
    const listen = () => {
      const { scrollTop } = element;
      // What the panel does itself is told as well.
      const isUsers = Math.abs(scrollTop - place.at) >= 1;
      place.at = scrollTop;
      if (place.isDue && !isUsers) return;
      place.isDue = false;
      const hasMoved = Math.floor(scrollTop / rowHeight) !== Math.floor(place.top / rowHeight);
      place.top = scrollTop;
      if (isUsers) hasten(scrolledMs);
      if (hasMoved) redraw(0);
    };
    const observer = new ResizeObserver(() => {
      if (place.height === element.clientHeight || element.clientHeight === 0) return;
      place.height = element.clientHeight;
      redraw(0);
    });
    element.addEventListener('scroll', listen, { passive: true });
    observer.observe(element);
    return () => {
      element.removeEventListener('scroll', listen);
      observer.disconnect();
      clearTimeout(place.rest);
    };
  }, [rowHeight]);
  useLayoutEffect(() => {
    // From where it is by now: the user may have scrolled on since it was last told.
    if (shift !== 0 && !place.isDue && scroller.current) move(scroller.current.scrollTop + shift);
  });
  useLayoutEffect(() => {
    if (!followsTail || place.isDue) return;
    if (place.isScrollingFast) moveSoon();
    else if (total > place.height || place.at > 0) move(total);
  }, [followsTail, total, place.height]);

  const scrollTo = (top: number) => {
    place.top = top;
    move(top);
    redraw(0);
  };
  const visibleRows = Array.from({ length: to - from }, (_, i) => from + i);
  if (place.isScrollingFast) visibleRows.sort((a, b) => (a % slots) - (b % slots));
  return {
    visibleRows,
    slots,
    isScrollingFast: place.isScrollingFast,
    visibleCount: Math.max(1, Math.floor(place.height / rowHeight)),
    isAtEnd() {
      const at = scroller.current?.scrollTop ?? place.top;
      const top = place.isDue && at === place.at ? place.top : at;
      return top + place.height >= (place.count - 1) * rowHeight;
    },
    scrollIntoView(index) {
      const top = index * rowHeight;
      if (top < place.top) scrollTo(top);
      else if (top + rowHeight > place.top + place.height) scrollTo(top + rowHeight - place.height);
    },
    scrollTo,
  };
}

/** The rows to draw, from `from` to before `to`, and how many are ever drawn at once. */
function rowsAround({ top, height }: { top: number; height: number }, count: number, rowHeight: number): RowRange {
  // Even, so that a row which is drawn anew keeps the stripe that it has.
  const inSight = 2 * Math.ceil((height / rowHeight + 1) / 2);
  const slots = inSight + 2 * OVERSCAN_ROWS;
  const first = Math.max(0, Math.min(Math.floor(top / rowHeight), count - inSight + 1));
  // As many at the end as elsewhere: fewer, and elements would be made anew for what comes.
  const from = Math.max(0, Math.min(first - OVERSCAN_ROWS, count - slots));
  return { from, to: Math.min(count, first + inSight + OVERSCAN_ROWS), slots };
}
