// Draws the chart of requests with uPlot, in the colours and the size of its container.

import uPlot from 'uplot';
import { bucketAt, type Chart, type ChartBucket } from '../../core/session/chart.ts';
import { clockTime } from '../../core/text/clock-time.ts';
import { formatInteger } from '../../core/text/format-number.ts';
import { DAY_MS, MINUTE_MS } from '../../core/text/time.ts';
import { timeTicks } from './time-ticks.ts';

export interface LimitPlot {
  /** `limit` is the minute limit. */
  show(chart: Chart, limit: number): void;
  /** Reads the colours again and redraws. */
  recolour(): void;
  destroy(): void;
}

export interface PlotEvents {
  onHover(step: ChartBucket | undefined): void;
  /** The bucket that was clicked, and the time at the pointer, in ms since the epoch. */
  onSelect(step: ChartBucket, ms: number): void;
}

/** Takes the colours from the swatches in `figure`, and the size from `container`. */
export function createLimitPlot(
  figure: HTMLElement,
  container: HTMLElement,
  { onHover, onSelect }: PlotEvents,
): LimitPlot {
  let shown: Chart = { bucketMs: 10_000, buckets: [], highestRate: 0 };
  let minuteLimit = 60;
  let colours = coloursOf(figure);

  const at = (plot: uPlot) => {
    const { left = -1 } = plot.cursor;
    const ms = left < 0 ? Number.NaN : plot.posToVal(left, 'x');
    return { ms, step: bucketAt(shown, ms) };
  };
  const rateTop = () => Math.max(minuteLimit, shown.highestRate) * HEADROOM;
  const needsOwnScale = () => shown.highestRate > 1.5 * minuteLimit;
  const remainingTop = () => (needsOwnScale() ? minuteLimit * HEADROOM : rateTop());
  const lines = { stroke: () => colours.lines, width: 1 };
  const axis = { stroke: () => colours.text, font, ticks: { ...lines, size: 3 }, gap: 3 };
  const numbers = (_: uPlot, splits: number[]) => splits.map((each) => formatInteger(Math.round(each)));

  const plot = new uPlot(
    {
      ...sizeOf(container),
      padding: [6, 24, 0, 0],
      legend: { show: false },
      select: { show: false, left: 0, top: 0, width: 0, height: 0 },
      cursor: { y: false, points: { show: false }, drag: { x: false, y: false, setScale: false } },
      scales: {
        x: { time: false, range: () => spanOf(shown) },
        rate: { range: () => [0, rateTop()] },
        left: { range: () => [0, remainingTop()] },
      },
      series: [
        {},
        { scale: 'rate', fill: () => colours.rate, paths: bars, points: { show: false } },
        { scale: 'left', stroke: () => colours.left, width: 1.5, paths: steppedLine, points: { show: false } },
      ],
      axes: [
        {
          ...axis,
          size: 20,
          grid: { show: false },
          splits: (self, _, min, max) => timeTicks(min, max, self.width / 76),
          values: (_, splits) => splits.map((ms) => timeLabel(ms, spanOf(shown))),
        },
        { ...axis, scale: 'rate', size: 42, grid: lines, space: 28, values: numbers },
        // Only if there are so many requests that the remaining limit needs its own scale.
        {
          ...axis,
          scale: 'left',
          side: 1,
          size: () => (needsOwnScale() ? 30 : 0),
          grid: { show: false },
          space: 28,
          values: (self, splits) => (needsOwnScale() ? numbers(self, splits) : splits.map(() => '')),
          ticks: { show: false },
        },
      ],
      hooks: {
        draw: [
          (self) => {
            drawLimit(self, minuteLimit, colours.text);
            drawMarks(self, shown, colours);
          },
        ],
        setCursor: [(self) => onHover(at(self).step)],
      },
    },
    [[], [], []],
    container,
  );
  plot.over.addEventListener('click', () => {
    const { step, ms } = at(plot);
    if (step) onSelect(step, ms);
  });
  const observer = new ResizeObserver(() => {
    const size = sizeOf(container);
    if (size.width !== plot.width || size.height !== plot.height) plot.setSize(size);
  });
  observer.observe(container);
  const recolour = () => {
    colours = coloursOf(figure);
    plot.redraw(false);
  };
  const contrast = matchMedia('(forced-colors: active)');
  contrast.addEventListener('change', recolour);

  return {
    show(chart, limit) {
      shown = chart;
      minuteLimit = limit;
      const { buckets } = chart;
      plot.setData([
        buckets.map(({ fromMs }) => fromMs),
        buckets.map(({ rate }) => rate),
        buckets.map(({ lowestRemaining }) => lowestRemaining),
      ]);
    },
    recolour,
    destroy() {
      contrast.removeEventListener('change', recolour);
      observer.disconnect();
      plot.destroy();
    },
  };
}

const font = '10px system-ui, sans-serif';
/** Leaves room for the markers above the highest value. */
const HEADROOM = 1.2;

type Colours = Readonly<Record<'rate' | 'left' | 'refused' | 'failed' | 'lines' | 'text', string>>;

/** Computed colours: a canvas can't use custom properties. */
function coloursOf(figure: HTMLElement): Colours {
  const swatch = (name: string) => getComputedStyle(figure.querySelector(`.swatch.${name}`) ?? figure).color;
  const { color, borderTopColor } = getComputedStyle(figure);
  return {
    rate: swatch('rate'),
    left: swatch('left'),
    refused: swatch('refused'),
    failed: swatch('failed'),
    lines: borderTopColor,
    text: color,
  };
}

function sizeOf(container: HTMLElement): { width: number; height: number } {
  return { width: Math.max(120, container.clientWidth), height: Math.max(60, container.clientHeight) };
}

function spanOf({ buckets, bucketMs }: Chart): [number, number] {
  const [first, last] = [buckets[0], buckets.at(-1)];
  return first && last ? [first.fromMs, last.fromMs + bucketMs] : [0, 1];
}

function timeLabel(ms: number, [fromMs, untilMs]: [number, number]): string {
  const time = clockTime(ms);
  const spanMs = untilMs - fromMs;
  if (spanMs <= 600_000) return time;
  if (spanMs <= DAY_MS) return time.slice(0, 5);
  const date = new Date(ms);
  return `${date.getDate()}/${date.getMonth() + 1} ${time.slice(0, 5)}`;
}

/** A bar as wide as each bucket. */
const bars: uPlot.Series.PathBuilder = (plot, series, from, to) => {
  const fill = new Path2D();
  const [times, values] = [plot.data[0], plot.data[series]];
  const base = plot.valToPos(0, 'rate', true);
  for (let i = from; i <= to; i++) {
    const value = values?.[i] ?? 0;
    if (value <= 0) continue;
    const [left, right] = edges(plot, times, i);
    const top = plot.valToPos(value, 'rate', true);
    const gap = right - left > 4 ? 1 : 0;
    fill.rect(left, top, Math.max(1, right - left - gap), base - top);
  }
  return { fill, stroke: null };
};

/** A level line over each bucket; a reported value holds for a minute. */
const steppedLine: uPlot.Series.PathBuilder = (plot, series, from, to) => {
  const stroke = new Path2D();
  const [times, values] = [plot.data[0], plot.data[series]];
  let endMs = Number.NEGATIVE_INFINITY;
  let before = 0;
  for (let i = from; i <= to; i++) {
    const value = values?.[i];
    if (value === undefined || value === null) continue;
    const [left, right] = edges(plot, times, i);
    const y = Math.round(plot.valToPos(value, 'left', true));
    if ((times[i] ?? 0) - endMs > MINUTE_MS) stroke.moveTo(left, y);
    else stroke.lineTo(left, before);
    stroke.lineTo(left, y);
    stroke.lineTo(right, y);
    endMs = (times[i] ?? 0) + stepOf(times);
    before = y;
  }
  return { fill: null, stroke };
};

function edges(plot: uPlot, times: uPlot.AlignedData[0], index: number): [number, number] {
  const from = times[index] ?? 0;
  const x = (ms: number) => Math.round(plot.valToPos(ms, 'x', true));
  return [x(from), x(from + stepOf(times))];
}

/** All buckets have the same length. */
function stepOf(times: uPlot.AlignedData[0]): number {
  return (times[1] ?? 0) - (times[0] ?? 0);
}

/** A dashed line at the minute limit, on the scale of the requests. */
function drawLimit({ ctx, bbox, valToPos }: uPlot, limit: number, colour: string): void {
  const y = Math.round(valToPos(limit, 'rate', true)) + 0.5;
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.globalAlpha = 0.6;
  ctx.lineWidth = uPlot.pxRatio;
  ctx.setLineDash([4 * uPlot.pxRatio, 3 * uPlot.pxRatio]);
  ctx.beginPath();
  ctx.moveTo(bbox.left, y);
  ctx.lineTo(bbox.left + bbox.width, y);
  ctx.stroke();
  ctx.restore();
}

/** Markers above the bars: a triangle for 429, a diamond for 503. The shapes differ for colour-blind users. */
function drawMarks(plot: uPlot, { buckets, bucketMs }: Chart, colours: Colours): void {
  const { ctx, bbox } = plot;
  const [triangles, diamonds] = [new Path2D(), new Path2D()];
  const size = 4 * uPlot.pxRatio;
  const y = bbox.top + size + uPlot.pxRatio;
  for (const { fromMs, count429, count503 } of buckets) {
    if (count429 + count503 === 0) continue;
    const x = plot.valToPos(fromMs + bucketMs / 2, 'x', true);
    if (count429 > 0) addShape(triangles, [x - size, y - size, x + size, y - size, x, y + size]);
    const low = count429 > 0 ? y + 2.5 * size : y;
    if (count503 > 0) addShape(diamonds, [x, low - size, x + size, low, x, low + size, x - size, low]);
  }
  ctx.fillStyle = colours.refused;
  ctx.fill(triangles);
  ctx.fillStyle = colours.failed;
  ctx.fill(diamonds);
}

function addShape(path: Path2D, [x = 0, y = 0, ...corners]: readonly number[]): void {
  path.moveTo(x, y);
  for (let i = 0; i < corners.length; i += 2) path.lineTo(corners[i] ?? 0, corners[i + 1] ?? 0);
  path.closePath();
}
