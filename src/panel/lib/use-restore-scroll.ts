// Keeps where an element was scrolled to, and goes back there.

import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Places } from './scroll-positions.ts';

/** What is in the element comes bit by bit: code that is fetched, bodies that are laid out. On a machine with much to do that takes seconds. */
const patienceMs = 10_000;

interface KeptScroll {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly onScroll: () => void;
}

/** A hook, for an element that is made anew with every `part` and `id`. */
export function useKeptScroll(places: Places, part: string, id: number): KeptScroll {
  const ref = useRef<HTMLDivElement>(null);
  const isGoing = useRef(false);
  useLayoutEffect(() => {
    const element = ref.current;
    const top = places.get(part);
    if (element === null || top === 0) return;
    isGoing.current = true;
    const endMs = performance.now() + patienceMs;
    let frame = 0;
    const go = () => {
      element.scrollTop = top;
      if (Math.abs(element.scrollTop - top) < 1 || performance.now() > endMs) stop();
      else frame = requestAnimationFrame(go);
    };
    const stop = () => {
      cancelAnimationFrame(frame);
      isGoing.current = false;
      for (const type of byHand) element.removeEventListener(type, stop);
    };
    for (const type of byHand) element.addEventListener(type, stop, { passive: true });
    go();
    return stop;
  }, [part, id]);
  const onScroll = () => {
    if (!isGoing.current && ref.current) places.set(part, ref.current.scrollTop);
  };
  return { ref, onScroll };
}

/** Who scrolls is not scrolled elsewhere. */
const byHand = ['wheel', 'pointerdown', 'keydown'] as const;
