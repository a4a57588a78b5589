// A request as a PowerShell command, for Windows PowerShell 5.1 and later.

import type { Exchange } from '../model/exchange.ts';
import { hostWarnings } from './known-hosts.ts';
import { toSnapshot } from './request-snapshot.ts';
import { UNSAFE_CHARACTERS } from './unsafe-characters.ts';

/** Reads the token from `$env:XERO_TOKEN`. Empty if the address is neither http nor https. */
export function asPowerShell(exchange: Exchange, known: readonly string[]): string {
  const request = toSnapshot(exchange, /^(?:user-agent|expect|range)$/);
  if (request === undefined) return '';
  const { method, url, headers, scheme, body } = request;
  const type = headers.find(([name]) => name === 'content-type')?.[1];
  const token =
    scheme === undefined ? [] : [`  'authorization' = "${scheme === '' ? '' : `${scheme} `}$env:XERO_TOKEN"`];
  const others = mergeHeaders(headers.filter(([name]) => name !== 'content-type'));
  const lines = [...token, ...others.map(([name, value]) => `  ${quoted(name)} = ${quoted(value)}`)];
  const command = [
    `Invoke-WebRequest -UseBasicParsing -Uri ${quoted(url)}`,
    `-Method ${quoted(method)}`,
    ...(lines.length === 0 ? [] : [`-Headers @{\n${lines.join('\n')}\n}`]),
    ...(type === undefined ? [] : [`-ContentType ${quoted(type)}`]),
    // PowerShell wouldn't encode a string as UTF-8.
    ...(body === undefined ? [] : [`-Body ([Text.Encoding]::UTF8.GetBytes(${quoted(body)}))`]),
  ].join(' `\n');
  return [...hostWarnings(request, known).map((each) => `# ${each}`), command].join('\n');
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

/** Windows PowerShell 5.1 has no escapes for most unsafe characters: it joins the text from parts. */
function quoted(text: string): string {
  const runs = text.split(unsafeRun);
  if (runs.length === 1) return literal(text);
  // Every second run is unsafe.
  const parts = runs.flatMap((run, i) => (i % 2 === 1 ? charCodes(run) : run === '' ? [] : literal(run)));
  return `(-join (${parts.join(', ')}))`;
}

const unsafeRun = new RegExp(`(${UNSAFE_CHARACTERS.source}+)`, 'u');

function charCodes(text: string): string[] {
  return Array.from({ length: text.length }, (_, i) => `[char]0x${text.charCodeAt(i).toString(16)}`);
}

/** PowerShell also accepts typographic quotes. */
function literal(text: string): string {
  return `'${text.replace(/['\u2018\u2019\u201a\u201b]/g, '$&$&')}'`;
}
