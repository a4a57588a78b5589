// Parses pasted text: a raw HTTP request and response, the output of `curl -i` or `curl -v`, or just a body.

import type { Header } from 'har-format';
import { tryParseJson } from '../core/text/try-parse-json.ts';

export interface PastedRequest {
  readonly method: string;
  readonly target: string;
  readonly headers: readonly Header[];
  readonly body: string;
}

export interface PastedResponse {
  readonly status: number | undefined;
  readonly statusText: string;
  readonly headers: readonly Header[];
  readonly body: string;
}

export interface HttpText {
  readonly request: PastedRequest | undefined;
  readonly response: PastedResponse;
}

/** Browsers show the HTTP/2 pseudo-header `:status` instead of a status line. */
const statusLine = /^(?:HTTP\/\d(?:\.\d)?[ \t]+|:status:[ \t]*)(\d{3})(?:[ \t]([^\r\n]*))?\r?$/m;
const requestLine = /^([A-Z]{3,10})[ \t]+(https?:\/\/\S+|\/\S*|[\w.-]+:\d+)(?:[ \t]+HTTP\/\d(?:\.\d)?)?\r?$/m;

/** Never fails: text that is neither a request nor headers is a response body. */
export function parseHttpText(pasted: string): HttpText {
  const code = stripCodeFence(pasted);
  const text = parseVerbose(code) ?? code;
  const status = statusLine.exec(text);
  const before = status === null ? text : text.slice(0, status.index);
  const request = parseRequest(before);
  if (status !== null && (request !== undefined || isPrompt(before))) {
    return { request, response: parseResponse(text.slice(status.index)) };
  }
  return { request, response: parseWithoutStatus(request === undefined ? text : '') };
}

/** Parses a body that is possibly preceded by headers or by a command. */
function parseWithoutStatus(text: string): PastedResponse {
  const found = parseHeaders(text);
  const isHead = found.headers.some(({ name }) => commonHeaderNames.test(name));
  const [headers, rest] = isHead ? [found.headers, found.rest] : [[], withoutCommand(text)];
  return { status: undefined, statusText: '', headers, body: unwrapJson(rest.trim()) };
}

const commonHeaderNames =
  /^(?:accept|authorization|content-|cookie|date$|host$|retry-after|server$|set-cookie|x-|xero-)/i;

function withoutCommand(text: string): string {
  const isCommand = /^\s*(?:[$>#] |PS |[A-Z]:\\)?.{0,100}\b(?:curl|wget|https?|Invoke-\w+)\b/.test(
    text.slice(0, 1_000),
  );
  const at = isCommand ? text.search(/^[{[<]/m) : -1;
  return at === -1 ? text : text.slice(at);
}

/** The command that was typed, or other terminal output. */
function isPrompt(text: string): boolean {
  return !/^\s*[{[<"]/.test(text) && text.length < 20_000;
}

function parseRequest(before: string): PastedRequest | undefined {
  const [line = '', method = '', target = ''] = requestLine.exec(before.trimStart()) ?? [];
  const isFirst = line !== '' && before.trimStart().startsWith(line);
  if (!isFirst || method === 'CONNECT') return undefined;
  const { headers, rest } = parseHeaders(before.trimStart().slice(line.length).replace(/^\n/, ''));
  return { method, target, headers, body: unwrapJson(rest.trim()) };
}

/** Skips the headers of a proxy tunnel, `100 Continue` and redirects. */
function parseResponse(text: string): PastedResponse {
  let remaining = text;
  for (;;) {
    const [line = '', code, statusText = ''] = statusLine.exec(remaining) ?? [];
    const { headers, rest } = parseHeaders(remaining.slice(line.length).replace(/^\n/, ''));
    const next = statusLine.exec(rest);
    if (next === null || rest.slice(0, next.index).trim() !== '') {
      return { status: Number(code), statusText: statusText.trim(), headers, body: parseBody(headers, rest) };
    }
    remaining = rest.slice(next.index);
  }
}

const headerLine = /^([!#$%&'*+.^_`|~\w-]+):(.*)$/;

/** Up to the first empty line, or the first line that is not a header: the paste may have lost the empty line. */
function parseHeaders(text: string): { headers: Header[]; rest: string } {
  const headers: Header[] = [];
  let at = 0;
  while (at < text.length) {
    const end = text.indexOf('\n', at);
    const next = end === -1 ? text.length : end + 1;
    const line = text.slice(at, next).trimEnd();
    if (line.trim() === '') return { headers, rest: text.slice(next) };
    const [, name, value = ''] = headerLine.exec(line) ?? [];
    const last = headers.at(-1);
    if (name !== undefined) headers.push({ name, value: value.trim() });
    else if (last !== undefined && isWrapped(line, last, text.slice(next, next + 10_000))) {
      headers[headers.length - 1] = { name: last.name, value: last.value + line.replace(/^\s+/, ' ') };
    } else break;
    at = next;
  }
  return { headers, rest: text.slice(at) };
}

/** Whether a terminal wrapped a long line: more headers, or an empty line and a body, follow. The rest of a token is never a body. */
function isWrapped(line: string, last: Header, after: string): boolean {
  if (/authorization|cookie/i.test(last.name) && /^[\w.~+/=;% -]+$/.test(line.trimStart())) return true;
  if (/^\s*[{[<"]/.test(line)) return false;
  const [next = ''] = after.split('\n', 1);
  return headerLine.test(next.trimEnd()) || (next.trim() === '' && after.trim() !== '');
}

function parseBody(headers: readonly Header[], text: string): string {
  const isChunked = headers.some(({ name, value }) => /^transfer-encoding$/i.test(name) && /chunked/i.test(value));
  return unwrapJson((isChunked ? decodeChunks(text) : undefined) ?? text.trimEnd());
}

/** Decodes chunks, each preceded by its length in bytes. `undefined` if the body has been decoded already. */
function decodeChunks(text: string): string | undefined {
  const bytes = new TextEncoder().encode(text);
  const chunks: string[] = [];
  // A chunk boundary may split a character.
  const decoder = new TextDecoder();
  for (let at = 0; at < bytes.length; ) {
    const size = /^([0-9a-f]{1,7})[ \t]*(?:;[^\r\n]{0,200})?\r?\n/i.exec(decodeStart(bytes, at));
    if (size === null) return undefined;
    const start = at + size[0].length;
    const length = Number.parseInt(size[1] ?? '', 16);
    if (length === 0) return chunks.join('');
    chunks.push(decoder.decode(bytes.subarray(start, start + length), { stream: true }));
    at = start + length;
    while (bytes[at] === 13 || bytes[at] === 10) at++;
  }
  return chunks.length === 0 ? undefined : chunks.join('');
}

function decodeStart(bytes: Uint8Array, at: number): string {
  return new TextDecoder('latin1').decode(bytes.subarray(at, at + 300));
}

/** Terminals wrap JSON inside string literals, which makes it invalid. */
function unwrapJson(body: string): string {
  if (!/^\s*[{[]/.test(body) || !body.includes('\n') || isJson(body)) return body;
  const joined = body.replace(/\r?\n/g, '');
  return isJson(joined) ? joined : body;
}

function isJson(text: string): boolean {
  return tryParseJson(text) !== undefined;
}

/**
 * Converts the output of `curl -v` to plain HTTP. `-v` prefixes each header line; other lines are the body or continue a wrapped line.
 * `-i` prints the response headers a second time without prefixes, often interleaved. `undefined` if the text is not such output.
 */
function parseVerbose(text: string): string | undefined {
  if (!/^< HTTP\/\d/m.test(text)) return undefined;
  const lines = text.split(/\r?\n/);
  const lastMarked = lines.findLastIndex((line) => line.startsWith('<'));
  const markedLines: Record<string, string[]> = { '>': [], '<': [] };
  const responseLines = new Set<string>();
  let isTwice = false;
  let open: string[] | undefined;
  for (const line of lines.slice(0, lastMarked + 1)) {
    const [mark = ''] = line;
    const content = line.slice(1).trim();
    if (isMarked(line)) {
      open = markedLines[mark] as string[];
      open.push(content);
      if (mark === '<' && content !== '') responseLines.add(content);
    } else if (isCurlOutput(line)) open = undefined;
    else if (responseLines.has(line.trim())) isTwice = true;
    else if (open !== undefined && open.length > 0) open[open.length - 1] += line;
  }
  const request = lastRequest(markedLines['>'] as string[]);
  const responseHead = (markedLines['<'] as string[]).join('\n').trimEnd();
  const plain = lines.filter((line) => !isMarked(line) && !isCurlOutput(line)).join('\n');
  if (!statusLine.test(responseHead) && statusLine.test(plain)) return `${request}\n\n${plain}`.trimStart();
  // If the headers are printed twice, so may be the empty line after them.
  const isEmptyTwice = isTwice && lines[lastMarked + 1]?.trim() === '';
  const body = lines
    .slice(lastMarked + (isEmptyTwice ? 2 : 1))
    .filter((line) => !isCurlOutput(line))
    // Follows a body that does not end with a line break.
    .map((line) => line.replace(/\* Connection #\d+ to host .{1,300} left intact$/, ''));
  return `${request}\n\n${responseHead}\n\n${body.join('\n')}`.trimStart();
}

function isMarked(line: string): boolean {
  return line !== '' && /^[<>](?: |$)/.test(line);
}

/** Tunnels and redirects produce several requests; the last one got the response. */
function lastRequest(lines: readonly string[]): string {
  const from = lines.findLastIndex((line) => requestLine.test(line));
  return lines.slice(Math.max(0, from)).join('\n').trim();
}

/** Output by curl itself: remarks and the progress meter. */
function isCurlOutput(line: string): boolean {
  return line !== '' && /^(?:\* |[{}] \[\d|\s*%? ?(?:Total|Dload)|\s*\d+ +\d+ +\d+ +\d+ )/.test(line);
}

/** Extracts the code from a message with code fences. */
export function stripCodeFence(text: string): string {
  if (!text.includes('```')) return text;
  const parts = text.split(/^[ \t]{0,100}```[^\r\n`]{0,200}$/m);
  // Alternates between text and code; an unclosed fence extends to the end.
  const code = parts.filter((_, i) => i % 2 === 1).map((each) => each.trim());
  return code.some((each) => each !== '') ? code.join('\n\n') : text;
}
