// The input and the result of running a generated client, the same for every language.

export interface ClientRun {
  readonly source: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: object;
  /** The value of every random number, 0..1. */
  readonly random: number;
  /** How much time passes per request. */
  readonly secondsPerRequest?: number;
  /** The status of the response to reading back; omitted if the record is not found. */
  readonly found?: number;
  readonly refreshedToken?: string;
  readonly attempt?: number;
  /** When the request is cancelled. */
  readonly cancelAfterMs?: number;
}

export interface ClientOutcome {
  readonly status?: number;
  /** Name and message of the error, and the time of a `RetryLater` in seconds from the start. */
  readonly error?: { readonly name: string; readonly message: string; readonly laterSeconds?: number };
  readonly waits: readonly number[];
  readonly readBacks: number;
  readonly refreshes: number;
}

/** The time of a client's clock at the start, ms since the epoch. */
export const beginMs = Date.UTC(2026, 10, 22, 9, 0, 0);

export type RunClient = (run: ClientRun) => Promise<ClientOutcome>;
