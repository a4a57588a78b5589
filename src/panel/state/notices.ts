// Notices at the top of the panel, which the user can dismiss.

import { type ReadonlySignal, signal } from '@preact/signals';

export interface Notice {
  readonly text: string;
  /** One line each. */
  readonly details?: readonly string[];
  readonly onDismiss?: () => void;
}

export interface Notices {
  readonly all: ReadonlySignal<readonly Notice[]>;
  add(notice: Notice): void;
  close(notice: Notice): void;
}

export function createNotices(): Notices {
  const all = signal<readonly Notice[]>([]);
  return {
    all,
    add(notice) {
      all.value = [...all.value, notice];
    },
    close(notice) {
      all.value = all.value.filter((each) => each !== notice);
      notice.onDismiss?.();
    },
  };
}
