// A text with ranges of it marked.

interface MarkedRange {
  readonly from: number;
  readonly to: number;
  readonly isCurrent?: boolean;
}

/** `ranges` are in order, none over another. */
export function HighlightRanges({ text, ranges }: { text: string; ranges: readonly MarkedRange[] }) {
  let done = 0;
  return (
    <>
      {ranges.map(({ from, to, isCurrent }) => {
        const before = text.slice(done, from);
        done = to;
        return [
          before,
          <mark key={from} class={isCurrent ? 'current' : undefined}>
            {text.slice(from, to)}
          </mark>,
        ];
      })}
      {text.slice(done)}
    </>
  );
}
