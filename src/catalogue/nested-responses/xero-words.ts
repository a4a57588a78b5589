// Source: Xero's response-codes page and recorded responses. Xero's own wording, which identifies the status even if nothing else of the
// response remains.

import { type Citation, gatewayRecording, recorded, responseCodes } from '../citation.ts';

export interface XeroWords {
  readonly words: string;
  readonly status: number;
  /** A plain-text response consists of the words or starts with them. */
  readonly isWholeBody: boolean;
  readonly citation: Citation;
}

export const xeroWords: readonly XeroWords[] = [
  {
    words: "The resource you're looking for cannot be found",
    status: 404,
    isWholeBody: true,
    citation: recorded('Xero-NetStandard issue 490', 'https://github.com/XeroAPI/Xero-NetStandard/issues/490'),
  },
  { words: 'The Organisation is offline', status: 503, isWholeBody: true, citation: responseCodes },
  {
    words: 'The Xero API is currently offline for maintenance',
    status: 503,
    isWholeBody: true,
    citation: responseCodes,
  },
  { words: 'The Xero API is temporarily unavailable', status: 503, isWholeBody: true, citation: responseCodes },
  { words: 'TokenExpired: token expired at', status: 401, isWholeBody: false, citation: gatewayRecording },
  { words: 'AuthorizationUnsuccessful', status: 401, isWholeBody: false, citation: gatewayRecording },
];

/** The plain-text response of Xero's that a parser most probably failed on, by its first letter. */
export const likeliestByLetter: ReadonlyMap<string, XeroWords> = new Map(
  xeroWords.slice(0, 1).map((row) => [row.words.charAt(0), row] as const),
);
