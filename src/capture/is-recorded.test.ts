import { expect, test } from 'vitest';
import { wasRecordingAt } from './is-recorded.ts';

test.each<[when: string, isOn: boolean, switchedMs: number[], startedMs: number, isRecorded: boolean]>([
  ['was never switched off', true, [], 5, true],
  ['was switched off later', false, [10], 5, true],
  ['was off', false, [10], 15, false],
  ['was switched off and on again later', true, [10, 20], 5, true],
  ['was off, and is on again', true, [10, 20], 15, false],
  ['was on for a while', false, [10, 20, 30], 25, true],
  ['is on, and the request has no time', true, [10, 20], Number.NaN, true],
  ['is on, and the clock was set back since it was off', true, [1_010, 1_020], 95, true],
  ['was switched off before the clock was set back', false, [1_010], 95, false],
])('a request that began while recording %s', (_, isOn, switchedMs, startedMs, isRecorded) => {
  expect(wasRecordingAt(isOn, switchedMs, startedMs, 100)).toBe(isRecorded);
});
