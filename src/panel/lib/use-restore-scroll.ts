// Saves and restores the scroll position of an element.

import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ScrollPositions } from './scroll-positions.ts';

/** The content appears in steps, as code is loaded and bodies are formatted, which takes seconds on a busy machine. */
const MAX_RESTORE_MS = 10_000;

interface RestoredScroll {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly onScroll: () => void;
}

/** A hook, for an element that is recreated with every `part` and `id`. */
export function useRestoreScroll(positions: ScrollPositions, part: string, id: number): RestoredScroll {
  const ref = useRef<HTMLDivElement>(null);
  const isRestoring = useRef(false);
  useLayoutEffect(() => {
    const element = ref.current;
    const top = positions.get(part);
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
    if (!isRestoring.current && ref.current) positions.set(part, ref.current.scrollTop);
  };
  return { ref, onScroll };
}

/** The user's own scrolling ends the restoring. */
const USER_SCROLL_EVENTS = ['wheel', 'pointerdown', 'keydown'] as const;
