// Part of a message's text with all matches of the search highlighted and the current one scrolled into view.

import { useLayoutEffect, useRef } from 'preact/hooks';
import { truncate } from '../lib/format.ts';
import type { ActiveSearch } from '../state/search-state.ts';
import { usePanelState } from '../state/state-context.ts';
import { HighlightRanges } from '../ui/HighlightRanges.tsx';
import type { SearchableTextProps } from './types.ts';

/** Per text. */
const MAX_HIGHLIGHTS = 1_000;
/** Characters shown after a match that `maxChars` would cut off. */
const CHARS_AFTER_MATCH = 200;

export function SearchHighlight(props: SearchableTextProps & { activeSearch: ActiveSearch }) {
  const { part, index = 0, text, from = 0, to = text.length, activeSearch } = props;
  const { hit, pattern } = activeSearch;
  const selected = usePanelState().selection.id.value;
  const isHere = hit?.exchange === selected && hit?.field === part && hit.index === index;
  const current = isHere && hit.from < to && hit.to > from ? hit : undefined;
  const maxChars = Math.max(props.maxChars, current ? current.to - from + CHARS_AFTER_MATCH : 0);
  const shown = truncate(text.slice(from, to), maxChars);
  const end = from + Math.min(maxChars, to - from);
  const ranges = [];
  for (const match of text.matchAll(pattern)) {
    if (match.index >= end || ranges.length === MAX_HIGHLIGHTS) break;
    const range = { from: Math.max(0, match.index - from), to: Math.min(end, match.index + match[0].length) - from };
    if (range.to > 0) ranges.push({ ...range, isCurrent: match.index === current?.from });
  }

  const element = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    if (current === undefined || !activeSearch.claimReveal()) return;
    const details = element.current?.closest('details');
    if (details) details.open = true;
    return keepVisible(element.current?.querySelector('.current'));
  }, [activeSearch, current]);
  return (
    <span ref={element}>
      <HighlightRanges text={shown} ranges={ranges} />
    </span>
  );
}

/** Follows layout changes above the match until the user scrolls or presses a key. Returns a function that stops it. */
function keepVisible(match: Element | null | undefined): () => void {
  const message = match?.closest('.message');
  if (!match || !message) return () => {};
  const observer = new ResizeObserver(() => match.scrollIntoView({ block: 'nearest' }));
  const stop = () => {
    observer.disconnect();
    for (const event of userEvents) window.removeEventListener(event, stop, true);
  };
  for (const event of userEvents) window.addEventListener(event, stop, true);
  // Reports the current size first.
  observer.observe(message);
  return stop;
}

const userEvents = ['pointerdown', 'wheel', 'keydown'];
