// Words that the API itself uses. A project may be called `Tasks` or `Offline`: only where it is a name is it replaced.

import { diagnoses, type Selector } from '../../catalogue/diagnoses.ts';
import { entities } from '../../catalogue/entities.ts';
import { oauthErrors } from '../../catalogue/oauth-errors.ts';
import { operations } from '../../catalogue/operations.ts';

/** Whether to replace `text` wherever it stands could change what an answer means. */
export function isReserved(text: string): boolean {
  const lower = text.toLowerCase();
  return words.has(lower) || phrases.some((phrase) => phrase.includes(lower));
}

const selectors: readonly Selector[] = diagnoses.flatMap(({ when }): readonly Selector[] => when);
const rows = [...Object.values(entities).flat(), ...operations.flatMap(({ query }) => query)];

const phrases = [
  ...selectors.flatMap(({ says = [], header }) => [...says, ...(header?.includes ?? [])]),
  ...['[not kept]', 'person@redacted.example', 'token', 'projects.xro', 'api.xero.com', 'connections'],
];

const words = new Set(
  [
    ...rows.flatMap(({ name, values = [] }) => [name, ...values]),
    ...operations.flatMap(({ id, path }) => [id, ...path.split('/')]),
    ...oauthErrors,
    // Of the envelopes that errors come in.
    ...['type', 'title', 'status', 'detail', 'instance', 'extensions', 'error', 'error_description', 'ApiException'],
    ...['errorNumber', 'elements', 'oauth_problem', 'html', 'http', 'https', 'true', 'false', 'null', 'undefined'],
  ].map((word) => word.toLowerCase()),
);
