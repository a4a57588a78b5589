// A text with some ranges highlighted.

interface HighlightedRange {
  readonly from: number;
  readonly to: number;
  readonly isCurrent?: boolean;
}

/** `ranges` are sorted and don't overlap. */
export function HighlightRanges({ text, ranges }: { text: string; ranges: readonly HighlightedRange[] }) {
  let end = 0;
  return (
    <>
      {ranges.map(({ from, to, isCurrent }) => {
        const before = text.slice(end, from);
        end = to;
        return [
          before,
          <mark key={from} class={isCurrent ? 'current' : undefined}>
            {text.slice(from, to)}
          </mark>,
        ];
      })}
      {text.slice(end)}
    </>
  );
}
