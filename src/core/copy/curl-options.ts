// The options of a cURL command, the same in every shell.

import type { RequestSnapshot } from './request-snapshot.ts';

export interface ShellSyntax {
  /** Text from the request as one argument. */
  readonly quoted: (text: string) => string;
  /** An argument in which the shell expands the variable of the token. Only safe for letters, digits, `_`, `-`, `:` and spaces. */
  readonly expanded: (text: string) => string;
  /** Reads the token from the environment. */
  readonly token: string;
}

/** One option, or several that belong together, for each line of the command. */
export function curlOptions(request: RequestSnapshot, { quoted, expanded, token }: ShellSyntax): string[] {
  const { method, url, headers, scheme, body } = request;
  return [
    `${methodOption(method, body, quoted)}--url ${quoted(url)}`,
    // Without it, cURL expands brackets and braces in a URL.
    ...(/[[\]{}]/.test(url) ? ['--globoff'] : []),
    ...(scheme === undefined ? [] : [`-H ${expanded(`Authorization: ${scheme === '' ? '' : `${scheme} `}${token}`)}`]),
    ...headers.map(([name, value]) => `-H ${quoted(headerLine(name, value))}`),
    // Keeps cURL from adding a form's content type.
    ...(body === undefined || headers.some(([name]) => name === 'content-type')
      ? []
      : [`-H ${quoted('content-type:')}`]),
    ...(body === undefined ? [] : [`--data-raw ${quoted(body)}`]),
  ];
}

function methodOption(method: string, body: string | undefined, quoted: (text: string) => string): string {
  if (method === 'HEAD') return '--head ';
  if (method === 'GET' && body === undefined) return '';
  return `-X ${method.length > MAX_PLAIN_METHOD_CHARS ? quoted(method) : method} `;
}

const MAX_PLAIN_METHOD_CHARS = 32;

/** cURL removes a header written as `name:`; `name;` sends it empty. */
function headerLine(name: string, value: string): string {
  return value.trim() === '' ? `${name};` : `${name}: ${value}`;
}
