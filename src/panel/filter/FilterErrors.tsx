// Underlines the invalid terms of a filter. Part of an input's text can't be styled, so an overlay draws the lines.

import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Problem } from '../../core/filter/parse-filter.ts';
import { HighlightRanges } from '../ui/HighlightRanges.tsx';

interface FilterMarksProps {
  /** The text of the input. */
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
    // The input scrolls only after the input event.
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
