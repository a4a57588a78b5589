// Whether a request is recorded. The browser may report it long after it began.

/** `isOn` is the current state; `toggledAtMs` holds when recording was switched on or off, in order. */
export function wasRecordingAt(isOn: boolean, toggledAtMs: readonly number[], startedMs: number): boolean {
  const since = toggledAtMs.filter((ms) => startedMs < ms).length;
  return since % 2 === 0 ? isOn : !isOn;
}
