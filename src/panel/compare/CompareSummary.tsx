// Summarizes the differences between two exchanges in two lines.

import { type Comparison, isDifference, type SectionId } from '../../core/compare/comparison.ts';
import { sectionLabels } from './labels.ts';

export function CompareSummary({ comparison }: { comparison: Comparison }) {
  return (
    <div class="compare-summary" role="group" aria-label="Differences">
      <Line title="Request" comparison={comparison} parts={requestSections} />
      <Line title="Response" comparison={comparison} parts={responseSections} />
    </div>
  );
}

const requestSections: readonly SectionId[] = ['address', 'query', 'request-headers', 'token', 'request-body'];
const responseSections: readonly SectionId[] = ['status', 'response-headers', 'response-body'];
/** Names listed per part. */
const MAX_NAMES = 4;

interface LineProps {
  title: string;
  comparison: Comparison;
  parts: readonly SectionId[];
}

function Line({ title, comparison, parts }: LineProps) {
  const listed = comparison.sections
    .filter(({ id }) => parts.includes(id))
    .map(({ id, rows, more, unknown }) => ({ id, rows: rows.filter(isDifference), more, unknown }))
    .filter(({ rows, unknown }) => rows.length > 0 || unknown);
  return (
    <p>
      <span class="label">{title}:</span>{' '}
      {listed.length === 0
        ? 'no differences'
        : listed.map(({ id, rows, more, unknown }, i) => (
            <span key={id}>
              {i > 0 && ', '}
              {sectionLabels[id]}
              {unknown && ' unknown'}
              {rows.slice(0, MAX_NAMES).map((row, j) => (
                <span key={row.name}>
                  {j > 0 && ','}
                  {row.name && ' '}
                  {row.name && <code>{row.name}</code>}
                  {id === 'status' && ` ${row.a} → ${row.b}`}
                </span>
              ))}
              {rows.length + more > MAX_NAMES && ` and ${rows.length + more - MAX_NAMES} more`}
            </span>
          ))}
      .
    </p>
  );
}
