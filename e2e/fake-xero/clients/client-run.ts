// What a test asks of a generated client, and what it tells of the run: the same for every language.

export interface ClientRun {
  readonly source: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: object;
  /** What the random numbers are, 0..1. */
  readonly random: number;
  /** How much the clock goes on while a call is made. */
  readonly secondsPerCall?: number;
  /** The status of what reading back finds; left out where it finds nothing. */
  readonly found?: number;
  readonly refreshedToken?: string;
  readonly attempt?: number;
  /** The call is cancelled after this time. */
  readonly cancelAfterMs?: number;
}

export interface ClientOutcome {
  readonly status?: number;
  /** Name and message of what was thrown, and the time of a `RetryLater` in seconds from the start. */
  readonly error?: { readonly name: string; readonly message: string; readonly laterSeconds?: number };
  readonly waits: readonly number[];
  readonly readBacks: number;
  readonly refreshes: number;
}

/** What the clock of a client shows when its call begins, ms since the epoch. */
export const beginMs = Date.UTC(2026, 10, 22, 9, 0, 0);

export type RunClient = (run: ClientRun) => Promise<ClientOutcome>;
