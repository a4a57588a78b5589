// Closes something some time after it was shown, but not while someone reads it.

import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

const VISIBLE_MS = 8_000;

/** Events after which the element may no longer be in use. */
const EVENTS = ['pointerleave', 'focusout'] as const;

/**
 * A hook. The time starts over with each new `subject`, and after the pointer or the focus was on `part`. It doesn't end while
 * details in it are open. `undefined`: it stays open.
 */
export function useAutoClose(
  part: RefObject<HTMLElement | null>,
  subject: object | undefined,
  onClose: () => void,
): void {
  const latest = useRef(onClose);
  latest.current = onClose;
  useEffect(() => {
    const element = part.current;
    if (subject === undefined || element === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const isInUse = () => element.matches(':hover, :focus-within, :has(details[open])');
    const restart = () => {
      clearTimeout(timer);
      timer = setTimeout(() => (isInUse() ? restart() : latest.current()), VISIBLE_MS);
    };
    restart();
    for (const event of EVENTS) element.addEventListener(event, restart);
    return () => {
      clearTimeout(timer);
      for (const event of EVENTS) element.removeEventListener(event, restart);
    };
  }, [subject]);
}
