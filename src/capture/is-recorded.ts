// Whether a call is kept, of which the browser may tell long after it began.

/** A call belongs to the time at which it began: `switchedMs` tells when recording was switched on or off, in order. */
export function wasRecordingAt(isOn: boolean, toggledAtMs: readonly number[], startedMs: number): boolean {
  const since = toggledAtMs.filter((ms) => startedMs < ms).length;
  return since % 2 === 0 ? isOn : !isOn;
}
