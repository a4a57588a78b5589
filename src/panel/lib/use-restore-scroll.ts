// Keeps where an element was scrolled to, and goes back there.

import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ScrollPositions } from './scroll-positions.ts';

/** What is in the element comes bit by bit: code that is fetched, bodies that are laid out. On a machine with much to do that takes seconds. */
const MAX_RESTORE_MS = 10_000;

interface KeptScroll {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly onScroll: () => void;
}

/** A hook, for an element that is made anew with every `part` and `id`. */
export function useRestoreScroll(places: ScrollPositions, part: string, id: number): KeptScroll {
  const ref = useRef<HTMLDivElement>(null);
  const isRestoring = useRef(false);
  useLayoutEffect(() => {
    const element = ref.current;
    const top = places.get(part);
    if (element === null || top === 0) return;
    isRestoring.current = true;
    const endMs = performance.now() + MAX_RESTORE_MS;
    let frame = 0;
    const go = () => {
      element.scrollTop = top;
      if (Math.abs(element.scrollTop - top) < 1 || performance.now() > endMs) stop();
      else frame = requestAnimationFrame(go);
    };
    const stop = () => {
      cancelAnimationFrame(frame);
      isRestoring.current = false;
      for (const type of USER_SCROLL_EVENTS) element.removeEventListener(type, stop);
    };
    for (const type of USER_SCROLL_EVENTS) element.addEventListener(type, stop, { passive: true });
    go();
    return stop;
  }, [part, id]);
  const onScroll = () => {
    if (!isRestoring.current && ref.current) places.set(part, ref.current.scrollTop);
  };
  return { ref, onScroll };
}

/** Who scrolls is not scrolled elsewhere. */
const USER_SCROLL_EVENTS = ['wheel', 'pointerdown', 'keydown'] as const;
