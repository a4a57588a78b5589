// The options of a cURL command, the same in every shell.

import type { RequestSnapshot, SnapshotHeader } from './request-snapshot.ts';
import { type Part, splitAtSecrets } from './secret-variables.ts';

export interface ShellSyntax {
  /** Text from the request, and variables, as one argument. */
  readonly argument: (parts: readonly Part[]) => string;
  /** An argument in which the shell expands `parts`. Only safe for letters, digits, `_`, `-`, `:` and spaces. */
  readonly expanded: (parts: readonly Part[]) => string;
}

/** One option, or several that belong together, for each line of the command. */
export function curlOptions(request: RequestSnapshot, { argument, expanded }: ShellSyntax): string[] {
  const { method, headers, authorization, body } = request;
  const url = splitAtSecrets(request.url);
  const scheme = authorization && (authorization.scheme === '' ? '' : `${authorization.scheme} `);
  return [
    `${methodOption(method, body, argument)}--url ${argument(url)}`,
    // Without it, cURL expands brackets and braces in a URL.
    ...(url.some((each) => typeof each === 'string' && /[[\]{}]/.test(each)) ? ['--globoff'] : []),
    ...(authorization === undefined ? [] : [`-H ${expanded([`Authorization: ${scheme}`, authorization])}`]),
    ...headers.map((each) => {
      const parts = headerParts(each);
      return `-H ${isExpandable(parts) ? expanded(parts) : argument(parts)}`;
    }),
    // Keeps cURL from adding a form's content type.
    ...(body === undefined || headers.some(({ name }) => name === 'content-type')
      ? []
      : [`-H ${argument(['content-type:'])}`]),
    ...(body === undefined ? [] : [`--data-raw ${argument(splitAtSecrets(body))}`]),
  ];
}

function methodOption(method: string, body: string | undefined, argument: ShellSyntax['argument']): string {
  if (method === 'HEAD') return '--head ';
  if (method === 'GET' && body === undefined) return '';
  return `-X ${method.length > MAX_PLAIN_METHOD_CHARS ? argument([method]) : method} `;
}

const MAX_PLAIN_METHOD_CHARS = 32;

/** cURL removes a header written as `name:`; `name;` sends it empty. With a variable that is not set, the header is left out. */
function headerParts({ name, value, variable }: SnapshotHeader): Part[] {
  if (value.trim() === '') return [`${name};`];
  const parts = splitAtSecrets(value, variable);
  const [first] = parts;
  return typeof first === 'string' ? [`${name}: ${first}`, ...parts.slice(1)] : [`${name}: `, ...parts];
}

/** Whether the parts read better as one string with variables in it, and are safe as such. */
function isExpandable(parts: readonly Part[]): boolean {
  return (
    parts.some((each) => typeof each !== 'string') &&
    parts.every((each) => typeof each !== 'string' || /^[\w: -]*$/.test(each))
  );
}
