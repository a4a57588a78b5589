// What a virtual list remembers between renders, and how it scrolls its element.

import type { RefObject } from 'preact';
import type { RenderedWindow } from './scroll-anchor.ts';

export interface ScrollState extends RenderedWindow {
  heightPx: number;
  /** The element's last known offset; `top` is the offset that was rendered for. */
  actualTop: number;
  /** The element will be scrolled to `top` with the next frame. */
  isDue: boolean;
  count: number;
  /** Rows pass by quickly: work that can wait should. */
  isScrollingFast: boolean;
  restTimer: ReturnType<typeof setTimeout> | undefined;
}

/** Before the first render the element can't be measured; it is at most as high as the window. */
export function createScrollState(initialOffset: number): ScrollState {
  return {
    top: initialOffset,
    heightPx: window.innerHeight,
    actualTop: initialOffset,
    isDue: false,
    from: 0,
    keys: [],
    count: 0,
    isScrollingFast: false,
    restTimer: undefined,
  };
}

/** Marks the list as scrolling fast until nothing happened for `restMs`. */
export function markFast(scroll: ScrollState, restMs: number, onRest: () => void): void {
  scroll.isScrollingFast = true;
  clearTimeout(scroll.restTimer);
  scroll.restTimer = setTimeout(() => {
    scroll.isScrollingFast = false;
    onRest();
  }, restMs);
}

export function scrollElement(scroll: ScrollState, { current }: RefObject<HTMLElement | null>, top: number): void {
  scroll.isDue = false;
  if (current === null) return;
  current.scrollTop = top;
  scroll.actualTop = current.scrollTop;
}

interface ScrollHandlers {
  /** The user scrolled; the browser reports the panel's own scrolling too, which is filtered out. */
  readonly onUserScroll: () => void;
  /** Other rows are visible now, or the height changed. */
  readonly onChange: () => void;
}

/** Follows the offset and the height of the element. The returned function stops that. */
export function observeScroll(
  element: HTMLElement,
  scroll: ScrollState,
  rowHeight: number,
  { onUserScroll, onChange }: ScrollHandlers,
): () => void {
  const onScroll = () => {
    const { scrollTop } = element;
    const isUsers = Math.abs(scrollTop - scroll.actualTop) >= 1;
    scroll.actualTop = scrollTop;
    if (scroll.isDue && !isUsers) return;
    scroll.isDue = false;
    const hasMoved = Math.floor(scrollTop / rowHeight) !== Math.floor(scroll.top / rowHeight);
    scroll.top = scrollTop;
    if (isUsers) onUserScroll();
    if (hasMoved) onChange();
  };
  const observer = new ResizeObserver(() => {
    if (scroll.heightPx === element.clientHeight || element.clientHeight === 0) return;
    scroll.heightPx = element.clientHeight;
    onChange();
  });
  element.addEventListener('scroll', onScroll, { passive: true });
  observer.observe(element);
  return () => {
    element.removeEventListener('scroll', onScroll);
    observer.disconnect();
    clearTimeout(scroll.restTimer);
  };
}
