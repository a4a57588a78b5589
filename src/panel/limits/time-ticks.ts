// The tick marks of a time axis: whole minutes, hours and days in local time.

import { DAY_MS, MINUTE_MS } from '../../core/text/time.ts';

const STEPS_MS = [10, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 10_800, 21_600, 43_200, 86_400].map(
  (s) => s * 1000,
);

/** Times between `fromMs` and `untilMs`; about `maxCount`, and never more than 50. */
export function timeTicks(fromMs: number, untilMs: number, maxCount: number): number[] {
  const minStep = (untilMs - fromMs) / Math.min(50, Math.max(1, maxCount));
  if (!(minStep > 0)) return [];
  const step = STEPS_MS.find((each) => each >= minStep) ?? Math.ceil(minStep / DAY_MS) * DAY_MS;
  const zoneMs = new Date(fromMs).getTimezoneOffset() * MINUTE_MS;
  const splits: number[] = [];
  for (let ms = Math.ceil((fromMs - zoneMs) / step) * step + zoneMs; ms <= untilMs; ms += step) splits.push(ms);
  return splits;
}
