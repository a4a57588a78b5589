// A request as a cURL command for bash, zsh and sh. The token is left to a variable.

import type { Exchange } from '../model/exchange.ts';
import { toSnapshot } from './request-snapshot.ts';

/** To be run with the token in `XERO_TOKEN`. Whatever was sent, the command only sends it: nothing in it is run. */
export function asCurl(exchange: Exchange): string {
  const { method, url, headers, scheme, body } = toSnapshot(exchange, /^user-agent$/);
  const data = body === undefined ? [] : [`--data-raw ${quoted(body)}`];
  return [
    `curl ${methodOption(method, body)}--url ${quoted(url)}`,
    // Brackets and braces in an address would stand for several.
    ...(/[[\]{}]/.test(url) ? ['--globoff'] : []),
    ...(scheme === undefined ? [] : [`-H "Authorization: ${scheme === '' ? '' : `${scheme} `}$XERO_TOKEN"`]),
    ...headers.map(([name, value]) => `-H ${quoted(headerLine(name, value))}`),
    // Or cURL would call it a form.
    ...(body === undefined || headers.some(([name]) => name === 'content-type') ? [] : ["-H 'content-type:'"]),
    ...data,
  ].join(' \\\n  ');
}

function methodOption(method: string, body: string | undefined): string {
  if (method === 'HEAD') return '--head ';
  return method === 'GET' && body === undefined ? '' : `-X ${method} `;
}

/** cURL takes `name:` for a header to be left out. */
function headerLine(name: string, value: string): string {
  return value.trim() === '' ? `${name};` : `${name}: ${value}`;
}

/** Within single quotes nothing has a meaning but the quote itself. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
