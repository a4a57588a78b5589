// What may be brought into the log from elsewhere, as those who ask for it see it: files, and texts that were pasted.

export interface Importer {
  /** What is being read. */
  readonly now: ImportProgress | undefined;
  /** Brings in a HAR file; several are read one after the other. */
  file(file: Blob, name: string): void;
  /** Brings in a HAR, or a single response, that was pasted. */
  text(text: string): void;
  /** Ends what is being read, and what waits. */
  cancel(): void;
  /** What came of those that are done and were told of to nobody yet. */
  drainOutcomes(): readonly ImportOutcome[];
  /** Calls `listener` after every change; the returned function ends that. */
  subscribe(listener: () => void): () => void;
}

export interface ImportProgress {
  readonly name: string;
  /** How much is done, from 0 to 1; `undefined` while the browser reads the file. */
  readonly share: number | undefined;
  /** So many more wait. */
  readonly waiting: number;
}

export type ImportOutcome = ImportResult & {
  /** Of the file, or of what was pasted. */
  readonly name: string;
  /** The same for all that were asked for together. */
  readonly batch: number;
};

export type ImportResult =
  | ({ readonly kind: 'har' } & HarImportSummary)
  | {
      readonly kind: 'response';
      readonly id: number;
      /** The text told the request. */
      readonly hasRequest: boolean;
      /** The text told the status. */
      readonly hasStatus: boolean;
    }
  | { readonly kind: 'cancelled' }
  /** `why` is a sentence. */
  | { readonly kind: 'failed'; readonly why: string };

/** What came of a HAR. */
export interface HarImportSummary {
  /** Exchanges that are new in the log, those included that it could not hold. */
  readonly added: number;
  /** Of these, so many were older than all that a full log holds. */
  readonly evicted: number;
  /** Exchanges that the log held already. */
  readonly duplicates: number;
  /** Entries that are not for Xero Projects. */
  readonly unrelated: number;
  /** Addresses of some that look as if they were, behind a proxy; looked for where nothing else was found. */
  readonly possibleMatches: readonly string[];
  /** Entries that cannot be read, the first of them. `index` is `undefined` where the file as a whole is meant. */
  readonly problems: readonly { readonly index: number | undefined; readonly why: string }[];
  /** More entries that cannot be read. */
  readonly moreProblems: number;
  /** The exchanges to be looked at: the first of them all, and the first that failed, or else the last. */
  readonly first: number | undefined;
  readonly revealId: number | undefined;
  /** There was nothing in the log before. */
  readonly wasEmpty: boolean;
}
