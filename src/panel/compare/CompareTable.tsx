// Values of two exchanges side by side, or stacked in a narrow panel.

import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { type ComparedRow, type ComparedSection, isDifference, type SectionId } from '../../core/compare/comparison.ts';
import { formatInteger } from '../../core/text/format-number.ts';
import { focusAfterRender } from '../lib/focus.ts';

interface TableProps {
  parts: readonly ComparedSection[];
  /** The labels of the two exchanges, the earlier one first. */
  sides: readonly [string, string];
  /** The same, for a narrow panel. */
  shortSides: readonly [string, string];
  onlyDifferences: boolean;
}

const titles: Readonly<Partial<Record<SectionId, string>>> = {
  query: 'Query',
  'request-headers': 'Headers',
  'response-headers': 'Headers',
  token: 'Token',
};

/** A longer table would push the next sections off the screen. */
const INITIAL_ROWS = 25;

export function CompareTable({ parts, sides, shortSides, onlyDifferences }: TableProps) {
  const [isWhole, setWhole] = useState(false);
  /** Focuses the first new row, which takes the place of the button. */
  const showWhole = ({ currentTarget }: { currentTarget: HTMLElement }) => {
    const rows = currentTarget.closest('tbody')?.rows;
    const at = currentTarget.closest('tr')?.sectionRowIndex ?? 0;
    setWhole(true);
    focusAfterRender(() => rows?.[at]);
  };
  const groups = parts
    .map((part) => ({ ...part, rows: onlyDifferences ? part.rows.filter(isDifference) : part.rows }))
    .filter(({ rows }) => rows.length > 0);
  const expected = onlyDifferences ? parts.flatMap(({ rows }) => rows.filter(({ kind }) => kind === 'ignorable')) : [];
  return (
    <>
      {groups.length > 0 && (
        <table class="compare-table">
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">{sides[0]}</th>
              <th scope="col">{sides[1]}</th>
            </tr>
          </thead>
          {groups.map(({ id, rows, more }) => (
            <tbody key={id}>
              {titles[id] && (
                <tr>
                  <th scope="rowgroup" colSpan={3}>
                    {titles[id]}
                  </th>
                </tr>
              )}
              {(isWhole ? rows : rows.slice(0, INITIAL_ROWS)).map((row, i) => (
                <Row key={i} row={row} sides={shortSides} />
              ))}
              {!isWhole && rows.length > INITIAL_ROWS ? (
                <LastRow>
                  <button type="button" class="link" onClick={showWhole}>
                    Show {formatInteger(rows.length - INITIAL_ROWS)} of{' '}
                    {formatInteger(rows.length - INITIAL_ROWS + more)} more
                  </button>
                </LastRow>
              ) : (
                more > 0 && <LastRow>and {formatInteger(more)} more</LastRow>
              )}
            </tbody>
          ))}
        </table>
      )}
      {expected.length > 0 && <p class="subtle">Expected to differ: {expected.map(({ name }) => name).join(', ')}.</p>}
    </>
  );
}

function LastRow({ children }: { children: ComponentChildren }) {
  return (
    <tr>
      <td colSpan={3} class="subtle last">
        {children}
      </td>
    </tr>
  );
}

function Row({ row, sides }: { row: ComparedRow; sides: TableProps['sides'] }) {
  const [a, b] = splits(row);
  return (
    <tr data-kind={row.kind}>
      <th scope="row">
        {row.name || 'whole body'}
        {row.reason && <span class="subtle"> {row.reason}</span>}
      </th>
      <Value parts={a} side={sides[0]} />
      <Value parts={b} side={sides[1]} />
    </tr>
  );
}

/** The lengths of the common prefix and suffix. */
type Parts = readonly [before: string, differs: string, after: string];

function Value({ parts, side }: { parts: Parts | undefined; side: string }) {
  if (parts === undefined || parts.join('') === '') {
    return (
      <td data-side={side} class="none">
        {parts ? '""' : 'none'}
      </td>
    );
  }
  const [before, differs, after] = parts;
  return (
    <td data-side={side}>
      {before}
      {differs && <mark>{differs}</mark>}
      {after}
    </td>
  );
}

/** Shorter texts are highlighted as a whole. */
const MIN_COMMON_CHARS = 8;

function splits({ a, b, kind }: ComparedRow): readonly [Parts | undefined, Parts | undefined] {
  if (kind !== 'changed' || a === undefined || b === undefined) {
    const asOnePart = (text: string | undefined): Parts | undefined => {
      if (text === undefined) return undefined;
      return kind === 'same' || kind === 'ignorable' ? [text, '', ''] : ['', text, ''];
    };
    return [asOnePart(a), asOnePart(b)];
  }
  const maxLength = Math.min(a.length, b.length);
  let start = 0;
  while (start < maxLength && a[start] === b[start]) start++;
  let end = 0;
  while (end < maxLength - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  // A few equal characters in short words and ids are coincidence.
  if (start + end < maxLength / 2 || maxLength < MIN_COMMON_CHARS) [start, end] = [0, 0];
  const cut = (text: string): Parts => [
    text.slice(0, start),
    text.slice(start, text.length - end),
    text.slice(text.length - end),
  ];
  return [cut(a), cut(b)];
}
