// A request as a PowerShell command, for Windows PowerShell 5.1 and later.

import type { Exchange } from '../model/exchange.ts';
import { toSnapshot } from './request-snapshot.ts';

/** Reads the token from `$env:XERO_TOKEN`. */
export function asPowerShell(exchange: Exchange): string {
  const { method, url, headers, scheme, body } = toSnapshot(exchange, /^(?:user-agent|expect|range)$/);
  const type = headers.find(([name]) => name === 'content-type')?.[1];
  const token =
    scheme === undefined ? [] : [`  'authorization' = "${scheme === '' ? '' : `${scheme} `}$env:XERO_TOKEN"`];
  const others = mergeHeaders(headers.filter(([name]) => name !== 'content-type'));
  const lines = [...token, ...others.map(([name, value]) => `  ${quoted(name)} = ${quoted(value)}`)];
  return [
    `Invoke-WebRequest -UseBasicParsing -Uri ${quoted(url)}`,
    `-Method ${quoted(method)}`,
    ...(lines.length === 0 ? [] : [`-Headers @{\n${lines.join('\n')}\n}`]),
    ...(type === undefined ? [] : [`-ContentType ${quoted(type)}`]),
    // PowerShell wouldn't encode a string as UTF-8.
    ...(body === undefined ? [] : [`-Body ([Text.Encoding]::UTF8.GetBytes(${quoted(body)}))`]),
  ].join(' `\n');
}

/** Keys of a PowerShell hashtable are unique and case-insensitive. */
function mergeHeaders(headers: readonly (readonly [string, string])[]): [string, string][] {
  const merged = new Map<string, string>();
  for (const [name, value] of headers) {
    const key = name.toLowerCase();
    const earlier = merged.get(key);
    merged.set(key, earlier === undefined ? value : `${earlier}, ${value}`);
  }
  return [...merged];
}

/** PowerShell also accepts typographic quotes. */
function quoted(text: string): string {
  return `'${text.replace(/['\u2018\u2019\u201a\u201b]/g, '$&$&')}'`;
}
