// Source: the libraries and back ends that each row names. How a body says when to send the request again.

import { type Citation, secondary } from '../citation.ts';

export interface WaitField {
  /** Lower case, without `_`, `-` and spaces. */
  readonly name: string;
  readonly unit: 's' | 'ms';
}

const fieldsInSeconds = [
  ...['retryafter', 'retryafterseconds', 'retryafterinseconds', 'retryaftersec', 'retryaftersecs', 'retryafters'],
  ...['retryin', 'retryinseconds', 'waitseconds', 'secondstowait'],
];

/** Names of the header, as integrators' back ends spell it. */
export const waitFields: readonly WaitField[] = [
  ...fieldsInSeconds.map((name) => ({ name, unit: 's' }) as const),
  ...['retryafterms', 'retryaftermilliseconds', 'retryinms', 'waitms'].map((name) => ({ name, unit: 'ms' }) as const),
];

export interface WaitWording {
  /** The first group is a number, the second its unit; without one, seconds. */
  readonly pattern: RegExp;
  readonly example: string;
  readonly seconds: number;
  readonly citation: Citation;
}

const inSentences = secondary('Error messages of integrators’ servers');

/** The first match applies. */
export const waitWordings: readonly WaitWording[] = [
  {
    pattern: /\bretry[-_ ]?after(?:["'\]]|\s){0,4}(?:=>|[:=])?[\s"'[(]{0,4}(\d{1,6}(?:\.\d{1,3})?)[ -]?([a-z]+)?/i,
    example: 'Retry-After: 37',
    seconds: 37,
    citation: secondary(
      'RFC 9110, as clients print the header',
      'https://www.rfc-editor.org/rfc/rfc9110#field.retry-after',
    ),
  },
  {
    pattern:
      /\b(?:retry|again|wait|available|reset)(?:s|ing|ting)?(?: for| in| after| until)?(?: about| approximately)? {0,2}(\d{1,6}(?:\.\d{1,3})?)[ -]?([a-z]+)/i,
    example: 'Please try again in 2 minutes.',
    seconds: 120,
    citation: inSentences,
  },
];
