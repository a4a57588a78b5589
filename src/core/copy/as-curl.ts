// A request as a cURL command for bash, zsh and sh.

import type { Exchange } from '../model/exchange.ts';
import { toSnapshot } from './request-snapshot.ts';

/** Reads the token from `XERO_TOKEN`. The shell executes nothing from the request. */
export function asCurl(exchange: Exchange): string {
  const { method, url, headers, scheme, body } = toSnapshot(exchange, /^user-agent$/);
  const data = body === undefined ? [] : [`--data-raw ${quoted(body)}`];
  return [
    `curl ${methodOption(method, body)}--url ${quoted(url)}`,
    // Without it, cURL expands brackets and braces in a URL.
    ...(/[[\]{}]/.test(url) ? ['--globoff'] : []),
    ...(scheme === undefined ? [] : [`-H "Authorization: ${scheme === '' ? '' : `${scheme} `}$XERO_TOKEN"`]),
    ...headers.map(([name, value]) => `-H ${quoted(headerLine(name, value))}`),
    // Keeps cURL from adding a form's content type.
    ...(body === undefined || headers.some(([name]) => name === 'content-type') ? [] : ["-H 'content-type:'"]),
    ...data,
  ].join(' \\\n  ');
}

function methodOption(method: string, body: string | undefined): string {
  if (method === 'HEAD') return '--head ';
  return method === 'GET' && body === undefined ? '' : `-X ${method} `;
}

/** cURL removes a header written as `name:`; `name;` sends it empty. */
function headerLine(name: string, value: string): string {
  return value.trim() === '' ? `${name};` : `${name}: ${value}`;
}

/** Within single quotes only the quote itself is special. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
