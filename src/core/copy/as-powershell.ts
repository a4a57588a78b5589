// A request as a PowerShell command, for Windows PowerShell 5.1 and later.

import type { Exchange } from '../model/exchange.ts';
import { type CommandContext, commandNotes } from './command-notes.ts';
import { type SnapshotHeader, toSnapshot } from './request-snapshot.ts';
import { type Part, splitAtSecrets } from './secret-variables.ts';
import { UNSAFE_CHARACTERS } from './unsafe-characters.ts';

/** Reads the token from `$env:XERO_TOKEN`. Empty if the URL is neither http nor https. */
export function asPowerShell(exchange: Exchange, context: CommandContext): string {
  const request = toSnapshot(exchange, /^(?:user-agent|expect|range)$/);
  if (request === undefined) return '';
  const { method, url, headers, authorization, body } = request;
  const scheme = authorization && (authorization.scheme === '' ? '' : `${authorization.scheme} `);
  const type = headers.find(({ name }) => name === 'content-type');
  const token = authorization === undefined ? [] : [`  'authorization' = "${scheme}$env:${authorization.variable}"`];
  const others = mergeHeaders(headers.filter(({ name }) => name !== 'content-type'));
  const lines = [...token, ...others.map(([name, parts]) => `  ${quoted([name])} = ${quoted(parts)}`)];
  const command = [
    `Invoke-WebRequest -UseBasicParsing -Uri ${quoted(splitAtSecrets(url))}`,
    `-Method ${quoted([method])}`,
    ...(lines.length === 0 ? [] : [`-Headers @{\n${lines.join('\n')}\n}`]),
    ...(type === undefined ? [] : [`-ContentType ${quoted(splitAtSecrets(type.value, type.variable))}`]),
    // PowerShell wouldn't encode a string as UTF-8.
    ...(body === undefined ? [] : [`-Body ([Text.Encoding]::UTF8.GetBytes(${quoted(splitAtSecrets(body))}))`]),
  ].join(' `\n');
  return [...commandNotes(request, context).map((each) => `# ${each}`), command].join('\n');
}

/** Keys of a PowerShell hashtable are unique and case-insensitive. */
function mergeHeaders(headers: readonly SnapshotHeader[]): [string, Part[]][] {
  const merged = new Map<string, Part[]>();
  for (const { name, value, variable } of headers) {
    const key = name.toLowerCase();
    const earlier = merged.get(key);
    const parts = splitAtSecrets(value, variable);
    merged.set(key, earlier === undefined ? parts : joinTexts([...earlier, ', ', ...parts]));
  }
  return [...merged];
}

function joinTexts(parts: readonly Part[]): Part[] {
  const joined: Part[] = [];
  for (const each of parts) {
    const last = joined.at(-1);
    if (typeof each === 'string' && typeof last === 'string') joined[joined.length - 1] = last + each;
    else joined.push(each);
  }
  return joined;
}

/** Windows PowerShell 5.1 has no escapes for most unsafe characters: it joins the text from parts. */
function quoted(parts: readonly Part[]): string {
  const texts = parts.flatMap((each) => (typeof each === 'string' ? literals(each) : [`$env:${each.variable}`]));
  if (texts.length === 0) return literal('');
  // `-join` makes a text of a single character code, too.
  return texts.length === 1 && parts.every((each) => typeof each !== 'string' || !unsafeRun.test(each))
    ? (texts[0] as string)
    : `(-join (${texts.join(', ')}))`;
}

/** Every second run is unsafe. */
function literals(text: string): string[] {
  const runs = text.split(unsafeRun);
  return runs.flatMap((run, i) => (i % 2 === 1 ? charCodes(run) : run === '' ? [] : [literal(run)]));
}

const unsafeRun = new RegExp(`(${UNSAFE_CHARACTERS.source}+)`, 'u');

function charCodes(text: string): string[] {
  return Array.from({ length: text.length }, (_, i) => `[char]0x${text.charCodeAt(i).toString(16)}`);
}

/** PowerShell also accepts typographic quotes. */
function literal(text: string): string {
  return `'${text.replace(/['\u2018\u2019\u201a\u201b]/g, '$&$&')}'`;
}
