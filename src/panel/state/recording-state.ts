// Whether requests are recorded.

import { type ReadonlySignal, signal } from '@preact/signals';
import type { Recording } from '../host/panel-host.ts';

export interface RecordingState {
  readonly isRecording: ReadonlySignal<boolean>;
  setRecording(on: boolean): void;
}

export function createRecordingState(recording: Recording): RecordingState {
  const isRecording = signal(recording.isOn);
  return {
    isRecording,
    setRecording(on) {
      if (recording.isOn !== on) recording.toggledAtMs.push(Date.now());
      recording.isOn = on;
      isRecording.value = on;
    },
  };
}
