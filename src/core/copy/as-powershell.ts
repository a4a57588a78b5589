// A request as a PowerShell command, for Windows PowerShell 5.1 and later. The token is left to a variable of the environment.

import type { Exchange } from '../model/exchange.ts';
import { toSnapshot } from './request-snapshot.ts';

/** To be run with the token in `$env:XERO_TOKEN`. */
export function asPowerShell(exchange: Exchange): string {
  const { method, url, headers, scheme, body } = toSnapshot(exchange, /^(?:user-agent|expect|range)$/);
  const type = headers.find(([name]) => name === 'content-type')?.[1];
  const token =
    scheme === undefined ? [] : [`  'authorization' = "${scheme === '' ? '' : `${scheme} `}$env:XERO_TOKEN"`];
  const others = merged(headers.filter(([name]) => name !== 'content-type'));
  const lines = [...token, ...others.map(([name, value]) => `  ${quoted(name)} = ${quoted(value)}`)];
  return [
    `Invoke-WebRequest -UseBasicParsing -Uri ${quoted(url)}`,
    `-Method ${quoted(method)}`,
    ...(lines.length === 0 ? [] : [`-Headers @{\n${lines.join('\n')}\n}`]),
    ...(type === undefined ? [] : [`-ContentType ${quoted(type)}`]),
    // Sent as a text, it would not be UTF-8.
    ...(body === undefined ? [] : [`-Body ([Text.Encoding]::UTF8.GetBytes(${quoted(body)}))`]),
  ].join(' `\n');
}

/** A table of PowerShell has each name once, whatever its case. */
function merged(headers: readonly (readonly [string, string])[]): [string, string][] {
  const all = new Map<string, string>();
  for (const [name, value] of headers) {
    const key = name.toLowerCase();
    const before = all.get(key);
    all.set(key, before === undefined ? value : `${before}, ${value}`);
  }
  return [...all];
}

/** PowerShell takes typographic quotes for quotes as well. */
function quoted(text: string): string {
  return `'${text.replace(/['\u2018\u2019\u201a\u201b]/g, '$&$&')}'`;
}
