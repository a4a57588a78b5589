// What a URL was matched to, and mappings suggested for URLs that were not: types shared by matching and the panel.

import type { OperationId } from '../../catalogue/operations.ts';
import type { Certainty } from './certainty.ts';

export interface OperationMatch {
  /** How sure it is: Xero's own host, the API's path on another host, or a prefix that the user mapped to the API root. */
  readonly matchedBy: 'host' | 'path' | 'mapped';
  /** Below the API root, with a leading slash. `undefined`: Xero's, but outside the Projects API. */
  readonly path: string | undefined;
  /** `undefined`: no operation of the Projects API has this method and path. */
  readonly operation: OperationId | undefined;
}

export interface MappingSuggestion {
  /** An address without a slash at its end, as a mapping takes it. */
  readonly prefix: string;
  /** `certain`: Xero's headers and the path of an operation. `likely`: a path that hardly anybody else has. `possible`: too little to speak up. */
  readonly certainty: Certainty;
  readonly operation: OperationId | undefined;
  /** The first header of Xero's, in lower case. */
  readonly header: string | undefined;
}

export interface TrackedSuggestion extends MappingSuggestion {
  readonly calls: number;
  /** Method and address of the last of them, without its query. */
  readonly example: { readonly method: string; readonly url: string };
}
