// Statistics of the requests that servers announced, whether they are listed or not.

export interface ServerStats {
  /** Responses that announced requests. */
  readonly announcements: number;
  /** Requests that were fetched. */
  readonly received: number;
  /** Requests that a recorder no longer had. */
  readonly dropped: number;
  /** The last fetch, if it failed and isn't retried. */
  readonly failure: ServerFailure | undefined;
}

interface ServerFailure {
  readonly kind: FetchFailure;
  /** Host and port of the server. */
  readonly host: string;
}

/** Why requests couldn't be fetched. `page-left`: the page was left before the response. */
export type FetchFailure =
  | 'page-policy'
  | 'other-process'
  | 'not-json'
  | 'no-cors'
  | 'refused'
  | 'too-large'
  | 'newer-version'
  | 'invalid'
  | 'unreadable'
  | 'network'
  | 'page-left';
