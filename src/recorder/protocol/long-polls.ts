// Requests of the panel that wait until there is something to read.

interface LongPoll {
  readonly cursor: number;
  /** Waits although nothing is under way. */
  readonly follow: boolean;
  /** Whether the server closes, which would have to wait for the answer. */
  readonly isClosing: () => boolean;
  readonly answer: () => void;
}

export interface LongPolls {
  /** Answers at once, or as soon as there is something. Returns what to call when the client has gone. */
  readonly add: (poll: LongPoll) => () => void;
  /** Call when an entry was stored or something has ended. */
  readonly check: () => void;
}

const WAIT_MS = 10_000;
const FOLLOW_MS = 25_000;
/** How soon a server that closes is released. */
const CHECK_MS = 200;
/** More browsers than a developer has. */
const MAX_POLLS = 50;

export function createLongPolls(last: () => number, inFlight: () => number): LongPolls {
  const waiting = new Map<LongPoll, number>();
  let timer: NodeJS.Timeout | undefined;

  const isDue = ({ cursor, follow, isClosing }: LongPoll) =>
    last() > cursor || (!follow && inFlight() === 0) || isClosing();

  const check = () => {
    const now = Date.now();
    for (const [poll, deadline] of waiting) {
      if (now < deadline && !isDue(poll)) continue;
      waiting.delete(poll);
      poll.answer();
    }
    if (waiting.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };

  return {
    check,
    add(poll) {
      if (waiting.size >= MAX_POLLS || isDue(poll)) poll.answer();
      else {
        waiting.set(poll, Date.now() + (poll.follow ? FOLLOW_MS : WAIT_MS));
        // Keeps no process alive.
        timer ??= setInterval(check, CHECK_MS).unref();
      }
      return () => {
        waiting.delete(poll);
        check();
      };
    },
  };
}
