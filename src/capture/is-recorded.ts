// Whether a request is recorded. The browser may report it long after it began.

/**
 * `isOn` is the current state; `toggledAtMs` lists when recording was switched on or off, in order. Times after `nowMs` are ignored: the
 * clock has been set back since.
 */
export function wasRecordingAt(
  isOn: boolean,
  toggledAtMs: readonly number[],
  startedMs: number,
  nowMs: number,
): boolean {
  const since = toggledAtMs.filter((ms) => startedMs < ms && ms <= nowMs).length;
  return since % 2 === 0 ? isOn : !isOn;
}
