// The requests of a tenant over time: per minute, what was left of the limit, and rejections.

import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Theme } from '../../core/model/theme.ts';
import type { Chart, ChartBucket } from '../../core/session/chart.ts';
import { describeChart, formatBucket } from './format-chart.ts';
import { createLimitPlot, type LimitPlot } from './limit-plot.ts';

interface LimitChartProps {
  chart: Chart;
  name: string;
  /** The minute limit. */
  limit: number;
  theme: Theme;
  /** The bucket that was clicked, and the time at the pointer, in ms since the epoch. */
  pick: (step: ChartBucket, ms: number) => void;
  nowMs: number;
}

export function LimitChart({ chart, name, limit, theme, pick, nowMs }: LimitChartProps) {
  const figure = useRef<HTMLElement>(null);
  const canvas = useRef<HTMLDivElement>(null);
  const plot = useRef<LimitPlot | undefined>(undefined);
  const onPick = useRef(pick);
  onPick.current = pick;
  const [hovered, hover] = useState<number>();
  useLayoutEffect(() => {
    if (figure.current === null || canvas.current === null) return;
    const created = createLimitPlot(figure.current, canvas.current, {
      onHover: (step) => hover(step?.fromMs),
      onSelect: (step, ms) => onPick.current(step, ms),
    });
    plot.current = created;
    // The theme is applied by another listener, which may run after this one.
    const unsubscribe = theme.subscribe(() => requestAnimationFrame(created.recolour));
    return () => {
      unsubscribe();
      created.destroy();
    };
  }, [theme]);
  useLayoutEffect(() => plot.current?.show(chart, limit), [chart, limit]);
  const latest = chart.buckets.findLast(({ requestCount }) => requestCount > 0);
  const step = chart.buckets.find(({ fromMs }) => fromMs === hovered) ?? latest;
  return (
    <figure class="limit-chart" ref={figure}>
      <figcaption class="chart-legend">
        <span>
          <span class="swatch rate" /> requests per minute
        </span>
        <span>
          <span class="swatch left" /> remaining (reported)
        </span>
        <span>
          <span class="swatch refused" /> 429
        </span>
        <span>
          <span class="swatch failed" /> 503
        </span>
      </figcaption>
      <div class="chart-canvas" ref={canvas} role="img" aria-label={describeChart(chart, name)}>
        {latest === undefined && <p class="chart-empty subtle">No requests in this period.</p>}
      </div>
      <p class="chart-values subtle">{step && formatBucket(step, nowMs)}</p>
    </figure>
  );
}
