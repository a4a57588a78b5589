// Where a request that a server made comes from: the process, and the page's request that it was made for.

export interface ServerOrigin {
  /** The app's name for itself. */
  readonly app: string | undefined;
  /** Distinguishes the processes of a log: eight hex digits, from which the process's key can't be recovered. */
  readonly process: string;
  /** Numbered from 1 in each process. */
  readonly sequence: number;
  /** `undefined` for jobs, webhooks and other requests that no page caused. */
  readonly pageRequest: PageRequest | undefined;
}

/** The browser's request during which a server made a request to Xero. */
export interface PageRequest {
  /** Numbered by the process. */
  readonly id: number;
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  /** Ms since the epoch, by the server's clock. */
  readonly startedMs: number | undefined;
  /** What the browser reported about it; `undefined` until then. */
  readonly outcome: PageRequestOutcome | undefined;
}

export interface PageRequestOutcome {
  readonly status: number;
  readonly durationMs: number | undefined;
  /** Its exchange, if the log has it; not exported. */
  readonly exchangeId: number | undefined;
}
