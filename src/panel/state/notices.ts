// Notices at the top of the panel, which the user can dismiss.

import { type ReadonlySignal, signal } from '@preact/signals';

export interface Notice {
  /** Default: `warning`. A `success` closes by itself. */
  readonly severity?: 'success' | 'warning' | 'error';
  /** With `code` in backticks. Text from outside must pass `quote`, which shortens, escapes and isolates it. */
  readonly text: string;
  /** One line each, written like `text`. Shown on demand. */
  readonly details?: readonly string[];
  /** Copied by a button: the details of an error. */
  readonly copyable?: string;
  /** A notice replaces an earlier one about the same topic. Default: the text. */
  readonly topic?: string;
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
      all.value = [...all.value.filter((each) => topicOf(each) !== topicOf(notice)), notice];
    },
    close(notice) {
      all.value = all.value.filter((each) => each !== notice);
      notice.onDismiss?.();
    },
  };
}

function topicOf({ topic, text }: Notice): string {
  return topic ?? text;
}
