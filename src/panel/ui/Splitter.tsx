// The bar between list and detail, moved with the pointer or the arrow keys.

import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

interface SplitterProps {
  container: RefObject<HTMLElement | null>;
  /** Holds the position; updated in place. */
  view: { split: number };
  onMove: (split: number) => void;
  onDone: (split: number) => void;
}

/** The detail is below the list; `panel.css` has the same breakpoint. */
const stacked = matchMedia('(max-width: 700px)');

export function Splitter({ container, view, onMove, onDone }: SplitterProps) {
  const [percent, setPercent] = useState(Math.round(view.split * 100));
  const [isAcross, setAcross] = useState(stacked.matches);
  useEffect(() => {
    const change = () => setAcross(stacked.matches);
    stacked.addEventListener('change', change);
    return () => stacked.removeEventListener('change', change);
  }, []);

  const moveTo = (split: number) => {
    view.split = Math.min(0.8, Math.max(0.2, split));
    setPercent(Math.round(view.split * 100));
    onMove(view.split);
  };
  const drag = (event: PointerEvent) => {
    if (!(event.currentTarget as HTMLElement).hasPointerCapture(event.pointerId) || container.current === null) return;
    const { left, top, width, height } = container.current.getBoundingClientRect();
    moveTo(stacked.matches ? (event.clientY - top) / height : (event.clientX - left) / width);
  };
  const nudge = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowLeft: -0.02, ArrowUp: -0.02, ArrowRight: 0.02, ArrowDown: 0.02 };
    const step = event.key === 'Home' ? -1 : event.key === 'End' ? 1 : steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    moveTo(view.split + step);
    onDone(view.split);
  };

  return (
    <div
      class="splitter"
      role="separator"
      tabIndex={0}
      aria-label="Width of the list"
      aria-orientation={isAcross ? 'horizontal' : 'vertical'}
      aria-valuenow={percent}
      aria-valuemin={20}
      aria-valuemax={80}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onPointerUp={() => onDone(view.split)}
      onPointerCancel={() => onDone(view.split)}
      onKeyDown={nudge}
    />
  );
}
