// The interface for importing files and pasted text into the log.

export interface Importer {
  /** The import in progress. */
  readonly now: ImportProgress | undefined;
  /** Imports a HAR file; several files are queued. */
  file(file: Blob, name: string): void;
  /** Imports a pasted HAR or a single pasted response. */
  text(text: string): void;
  /** Cancels the current and the queued imports. */
  cancel(): void;
  /** Returns the outcomes of finished imports, each once. */
  drainOutcomes(): readonly ImportOutcome[];
  /** Calls `listener` after every change. Returns a function that unsubscribes it. */
  subscribe(listener: () => void): () => void;
}

export interface ImportProgress {
  readonly name: string;
  /** The share that is done, from 0 to 1; `undefined` while the browser reads the file. */
  readonly share: number | undefined;
  /** The number of queued imports. */
  readonly queued: number;
}

export type ImportOutcome = ImportResult & {
  readonly name: string;
  /** `false` for pasted text. */
  readonly isFile: boolean;
};

export type ImportResult =
  | ({ readonly kind: 'har' } & HarImportSummary)
  | {
      readonly kind: 'response';
      readonly id: number;
      /** The text contained the request. */
      readonly hasRequest: boolean;
      /** The text contained the status. */
      readonly hasStatus: boolean;
    }
  | { readonly kind: 'cancelled' }
  /** `reason` is a complete sentence for the user. */
  | { readonly kind: 'failed'; readonly reason: string };

/** Each entry counts once. */
export interface SkippedEntries {
  readonly tokenRequests: number;
  /** Others to hosts of `xero.com`. */
  readonly ofXero: number;
  /** To hosts that imported entries are for, too. */
  readonly sameHosts: number;
  readonly otherHosts: number;
}

/** The result of importing a HAR. */
export interface HarImportSummary {
  /** Exchanges that are new to the log, including those evicted at once. */
  readonly added: number;
  /** How many of these were evicted at once, because the log is full of newer ones. */
  readonly evicted: number;
  /** Exchanges that the log contained already. */
  readonly duplicates: number;
  /** Entries that are not for Xero Projects. */
  readonly unrelated: number;
  /** The same by kind. */
  readonly skipped: SkippedEntries;
  /** Of these, WebSockets on paths of Xero Projects. */
  readonly webSockets: number;
  /** URLs of some that look like Xero behind a proxy; only if nothing was recognized. */
  readonly possibleMatches: readonly string[];
  /** The first unreadable entries. `index` is `undefined` for a problem with the file as a whole. */
  readonly problems: readonly { readonly index: number | undefined; readonly reason: string }[];
  /** The number of further unreadable entries. */
  readonly moreProblems: number;
  /** The file ends too early: in the entry with this index, or after the last one. That entry is also among the problems. */
  readonly truncated?: { readonly index: number | undefined };
  /** The file is complete, but has no entries. `creator`: the tool that it names, ready to be shown. */
  readonly empty?: { readonly creator: string | undefined };
  /** The id of the first exchange in the log. */
  readonly first: number | undefined;
  /** The id of the exchange to show: the first that failed, or else the last. */
  readonly revealId: number | undefined;
  /** The log was empty before. */
  readonly wasEmpty: boolean;
}
