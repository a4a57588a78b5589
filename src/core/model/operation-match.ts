// What a URL was matched to, and mappings suggested for URLs that were not: types shared by matching and the panel.

import type { OperationId } from '../../catalogue/operations.ts';
import type { Certainty } from './certainty.ts';
import type { RequestCount } from './request-count.ts';

export interface OperationMatch {
  /** Xero's own host, the API's path on another host, or a prefix that the user mapped to the API root. */
  readonly matchedBy: 'host' | 'path' | 'mapped';
  /** Relative to the API root, with a leading slash. `undefined`: Xero's, but outside the Projects API. */
  readonly path: string | undefined;
  /** `undefined` if no operation has this method and path. */
  readonly operation: OperationId | undefined;
}

export interface MappingSuggestion {
  /** A URL without a trailing slash, as used in mappings. */
  readonly prefix: string;
  /** `certain`: a Xero header and the path of an operation. `likely`: a path that hardly any other API has. `possible`: too weak to notify the user. */
  readonly certainty: Certainty;
  readonly operation: OperationId | undefined;
  /** The first Xero header, in lower case. */
  readonly header: string | undefined;
}

export interface TrackedSuggestion extends MappingSuggestion {
  readonly requestCount: number;
  /** The recent ones by method and path, the latest last. */
  readonly requests: readonly RequestCount[];
  /** The latest request, without its query. */
  readonly example: { readonly method: string; readonly url: string };
}
