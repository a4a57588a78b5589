// A request as a cURL command for cmd, the command prompt of Windows. Not for batch files, which expand `%` in other ways.

import type { Exchange } from '../model/exchange.ts';
import { tryParseJson } from '../text/try-parse-json.ts';
import { type CommandContext, commandNotes } from './command-notes.ts';
import { curlOptions, type ShellSyntax } from './curl-options.ts';
import { type RequestSnapshot, toSnapshot } from './request-snapshot.ts';
import type { Part } from './secret-variables.ts';

/** Reads the token from `XERO_TOKEN`. Empty if the URL is neither http nor https. */
export function asCurlCmd(exchange: Exchange, context: CommandContext): string {
  const original = toSnapshot(exchange, /^user-agent$/);
  if (original === undefined) return '';
  const request = toAscii(original);
  const notes = commandNotes(request, context);
  if (isChanged(original, request)) {
    notes.push('Warning: cmd can only pass printable ASCII characters, so others were replaced by spaces.');
  }
  const command = `curl ${curlOptions(request, cmd).join(' ^\n  ')}`;
  const lines = [...notes, command.length > MAX_COMMAND_CHARS ? TOO_LONG : ''].filter(Boolean);
  return [...lines.map((each) => `rem ${each}`), ...(command.length > MAX_COMMAND_CHARS ? [] : [command])].join('\n');
}

/** cmd stops reading there, and would run the rest of the lines on their own. */
const MAX_COMMAND_CHARS = 8_000;
const TOO_LONG =
  'Not copied: this command is longer than the 8191 characters that cmd accepts. Copy it for PowerShell instead.';

/**
 * cmd can't quote control characters. Windows converts other characters to those of a code page before cURL gets them, some to quotes:
 * a fullwidth quote would end the argument.
 */
function toAscii(request: RequestSnapshot): RequestSnapshot {
  return {
    ...request,
    headers: request.headers.map((each) => ({ ...each, value: replaceSpecial(each.value) })),
    body: request.body === undefined ? undefined : (escapeJson(request.body) ?? replaceSpecial(request.body)),
  };
}

function replaceSpecial(text: string): string {
  return text.replace(/[^ -~]/gu, ' ');
}

/** The same value in ASCII. `undefined` if the text is not JSON. */
function escapeJson(text: string): string | undefined {
  if (tryParseJson(text) === undefined) return undefined;
  // Valid JSON has line breaks and tabs only between tokens, and other special characters only in strings.
  return text
    .replace(/[\t\r\n]/g, ' ')
    .replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function isChanged(before: RequestSnapshot, after: RequestSnapshot): boolean {
  const isBodyChanged = before.body !== after.body && tryParseJson(before.body ?? '') === undefined;
  return isBodyChanged || before.headers.some(({ value }, i) => value !== after.headers[i]?.value);
}

const cmd: ShellSyntax = {
  argument: (parts) =>
    `^"${parts.map((each, i) => (typeof each === 'string' ? escaped(each, i > 0, i === parts.length - 1) : expand(each))).join('')}^"`,
  // In quotes, no character of a value is special to cmd.
  expanded: (parts) => `"${parts.map(expand).join('')}"`,
};

function expand(part: Part): string {
  return typeof part === 'string' ? part : `%${part.variable}%`;
}

/**
 * Like Chrome, escapes the quotes for cmd, so that cmd sees no quoted text and `^` escapes everything that is special to it. No variable has
 * a name that begins or ends with `^`, which is written on both sides of each `%`, and after the `%` of a variable. In the program's
 * arguments, `\"` is a quote, and a backslash is special only before a quote.
 */
function escaped(text: string, followsVariable: boolean, isLast: boolean): string {
  const argument = text.replace(/\\+"?|"/g, (run, at) => {
    const backslashes = run.replace('"', '');
    if (run.endsWith('"')) return `${backslashes}${backslashes}\\"`;
    return isLast && at + run.length === text.length ? backslashes + backslashes : run;
  });
  const result = argument.replace(/(?<=%)[\w\s\-:=+~'/.,?;*`\\]|[^\w\s\-:=+~'/.,?;*`\\]/g, '^$&');
  return followsVariable && !result.startsWith('^') ? `^${result}` : result;
}
