// The chart as a table, for screen readers and for reading exact numbers.

import { useState } from 'preact/hooks';
import type { Chart, ChartBucket } from '../../core/session/chart.ts';
import { formatInteger } from '../../core/text/format-number.ts';
import { formatTime } from '../lib/format.ts';
import { formatRejections } from './format-chart.ts';

const MAX_ROWS = 200;

interface LimitTableProps {
  chart: Chart;
  name: string;
  open: (id: number | undefined) => void;
  nowMs: number;
}

export function LimitTable({ chart, name, open, nowMs }: LimitTableProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details class="chart-table" onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>Show as table</summary>
      {isOpen && <Table chart={chart} name={name} open={open} nowMs={nowMs} />}
    </details>
  );
}

function Table({ chart: { buckets, bucketMs }, name, open, nowMs }: LimitTableProps) {
  const busy = buckets.filter(({ requestCount }) => requestCount > 0).reverse();
  if (busy.length === 0) return <p class="subtle">No requests in this period.</p>;
  return (
    <>
      <table aria-label={`Requests over time, ${name}`}>
        <thead>
          <tr>
            <th scope="col">Time</th>
            <th scope="col">Requests</th>
            <th scope="col">Lowest remaining</th>
            <th scope="col">Rejections</th>
          </tr>
        </thead>
        <tbody>
          {busy.slice(0, MAX_ROWS).map((step) => (
            <Row key={step.fromMs} step={step} open={open} nowMs={nowMs} />
          ))}
        </tbody>
      </table>
      <p class="subtle">
        {busy.length > MAX_ROWS && `Showing the latest ${MAX_ROWS} of ${formatInteger(busy.length)}. `}
        Each row covers {bucketMs / 1000} s.
      </p>
    </>
  );
}

function Row({ step, open, nowMs }: { step: ChartBucket; open: LimitTableProps['open']; nowMs: number }) {
  const refusals = formatRejections(step);
  return (
    <tr class={refusals ? 'refused' : undefined}>
      <th scope="row">
        <button type="button" class="link" title="Show the request" onClick={() => open(step.exchangeId)}>
          {formatTime(step.fromMs, nowMs)}
        </button>
      </th>
      <td>{formatInteger(step.requestCount)}</td>
      <td>{step.lowestRemaining === undefined ? '–' : formatInteger(step.lowestRemaining)}</td>
      <td>{refusals || '–'}</td>
    </tr>
  );
}
