// The panel's requests that wait until there is something to read.

interface LongPoll {
  readonly cursor: number;
  /** Waits even if nothing is under way. */
  readonly follow: boolean;
  /** Whether the server is closing, which would have to wait for the response. */
  readonly isClosing: () => boolean;
  readonly respond: () => void;
}

export interface LongPolls {
  /** Responds at once, or as soon as there is something. Returns a function to call when the client has disconnected. */
  readonly add: (poll: LongPoll) => () => void;
  /** Call when an entry was stored or a request has ended. */
  readonly check: () => void;
}

const WAIT_MS = 10_000;
const FOLLOW_MS = 25_000;
/** The delay after which a closing server is released. */
const CHECK_MS = 200;
/** More browsers than a developer has open. */
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
      poll.respond();
    }
    if (waiting.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };

  return {
    check,
    add(poll) {
      if (waiting.size >= MAX_POLLS || isDue(poll)) poll.respond();
      else {
        waiting.set(poll, Date.now() + (poll.follow ? FOLLOW_MS : WAIT_MS));
        // Doesn't keep the process alive.
        timer ??= setInterval(check, CHECK_MS).unref();
      }
      return () => {
        waiting.delete(poll);
        check();
      };
    },
  };
}
