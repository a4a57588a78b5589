// The interface for importing files and pasted text into the log.

export interface Importer {
  /** What is being read. */
  readonly now: ImportProgress | undefined;
  /** Imports a HAR file; several are read one after the other. */
  file(file: Blob, name: string): void;
  /** Imports a pasted HAR or a single pasted response. */
  text(text: string): void;
  /** Cancels the current import and those waiting. */
  cancel(): void;
  /** The results of finished imports that were not shown yet. */
  drainOutcomes(): readonly ImportOutcome[];
  /** Calls `listener` after every change. Returns a function that unsubscribes it. */
  subscribe(listener: () => void): () => void;
}

export interface ImportProgress {
  readonly name: string;
  /** The share that is done, from 0 to 1; `undefined` while the browser reads the file. */
  readonly share: number | undefined;
  /** How many more wait. */
  readonly waiting: number;
}

export type ImportOutcome = ImportResult & {
  /** The name of the file or of the pasted text. */
  readonly name: string;
  /** The same for all that were asked for together. */
  readonly batch: number;
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
  /** `why` is a sentence. */
  | { readonly kind: 'failed'; readonly why: string };

/** The result of importing a HAR. */
export interface HarImportSummary {
  /** Exchanges that are new to the log, including those evicted at once. */
  readonly added: number;
  /** How many of these were older than all others in a full log, and evicted. */
  readonly evicted: number;
  /** Exchanges that the log contained already. */
  readonly duplicates: number;
  /** Entries that are not for Xero Projects. */
  readonly unrelated: number;
  /** URLs of some that look like Xero behind a proxy; searched for only if nothing was recognised. */
  readonly possibleMatches: readonly string[];
  /** Entries that cannot be read, the first of them. `index` is `undefined` where the file as a whole is meant. */
  readonly problems: readonly { readonly index: number | undefined; readonly why: string }[];
  /** More entries that cannot be read. */
  readonly moreProblems: number;
  /** The exchanges to be looked at: the first of them all, and the first that failed, or else the last. */
  readonly first: number | undefined;
  readonly revealId: number | undefined;
  /** The log was empty before. */
  readonly wasEmpty: boolean;
}
