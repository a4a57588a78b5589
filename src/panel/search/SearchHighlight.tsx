// A piece of a message's text with all matches of the search marked; the one that was gone to is shown.

import { useLayoutEffect, useRef } from 'preact/hooks';
import { truncate } from '../lib/format.ts';
import type { ActiveSearch } from '../state/search-state.ts';
import { usePanelState } from '../state/state-context.ts';
import { HighlightRanges } from '../ui/HighlightRanges.tsx';
import type { SearchableTextProps } from './types.ts';

/** More are not marked in one piece. */
const MAX_HIGHLIGHTS = 1_000;
/** Characters shown behind a match that lies beyond what is otherwise shown. */
const CHARS_AFTER_MATCH = 200;

/** Each is gone to once: a tab that is opened again by hand begins at its beginning. */
const revealed = new WeakSet<ActiveSearch>();

export function SearchHighlight(props: SearchableTextProps & { marked: ActiveSearch }) {
  const { part, index = 0, text, from = 0, to = text.length, marked } = props;
  const { hit, pattern } = marked;
  const selected = usePanelState().selection.id.value;
  const isHere = hit?.exchange === selected && hit?.part === part && hit.index === index;
  const current = isHere && hit.from < to && hit.to > from ? hit : undefined;
  const most = Math.max(props.maxChars, current ? current.to - from + CHARS_AFTER_MATCH : 0);
  const shown = truncate(text.slice(from, to), most);
  const end = from + Math.min(most, to - from);
  const ranges = [];
  for (const match of text.matchAll(pattern)) {
    if (match.index >= end || ranges.length === MAX_HIGHLIGHTS) break;
    const range = { from: Math.max(0, match.index - from), to: Math.min(end, match.index + match[0].length) - from };
    if (range.to > 0) ranges.push({ ...range, isCurrent: match.index === current?.from });
  }

  const place = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    if (current === undefined || revealed.has(marked)) return;
    revealed.add(marked);
    const details = place.current?.closest('details');
    if (details) details.open = true;
    return keepInSight(place.current?.querySelector('.current'));
  }, [marked, current]);
  return (
    <span ref={place}>
      <HighlightRanges text={shown} ranges={ranges} />
    </span>
  );
}

/** What stands above may still be laid out: the match is kept in sight until a hand is moved. The returned function ends that. */
function keepInSight(match: Element | null | undefined): () => void {
  const message = match?.closest('.message');
  if (!match || !message) return () => {};
  const observer = new ResizeObserver(() => match.scrollIntoView({ block: 'nearest' }));
  const end = () => {
    observer.disconnect();
    for (const event of moves) window.removeEventListener(event, end, true);
  };
  for (const event of moves) window.addEventListener(event, end, true);
  // Tells of the size at once.
  observer.observe(message);
  return end;
}

const moves = ['pointerdown', 'wheel', 'keydown'];
