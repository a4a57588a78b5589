// Underlines the terms of a filter that cannot be read. A field's own text cannot be marked: the lines are drawn over it.

import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Problem } from '../../core/filter/parse-filter.ts';
import { HighlightRanges } from '../ui/HighlightRanges.tsx';

interface FilterMarksProps {
  /** What is in the field. */
  text: string;
  problems: readonly Problem[];
  field: RefObject<HTMLInputElement | null>;
}

export function FilterErrors({ text, problems, field }: FilterMarksProps) {
  const marks = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const input = field.current;
    const follow = () => {
      if (marks.current && input) marks.current.scrollLeft = input.scrollLeft;
    };
    // Typing scrolls the field only after it was told of.
    const frame = requestAnimationFrame(follow);
    input?.addEventListener('scroll', follow, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      input?.removeEventListener('scroll', follow);
    };
  });
  return (
    <div class="filter-marks" aria-hidden="true" ref={marks}>
      <HighlightRanges text={text} ranges={problems} />
    </div>
  );
}
