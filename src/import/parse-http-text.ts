// Takes apart a request and a response that somebody pasted: as they go over the wire, as `curl -i` or `curl -v` show them, or a body.

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

/** Browsers show the field of HTTP/2 that stands in its place. */
const statusLine = /^(?:HTTP\/\d(?:\.\d)?[ \t]+|:status:[ \t]*)(\d{3})(?:[ \t]+([^\r\n]*))?\r?$/m;
const requestLine = /^([A-Z]{3,10})[ \t]+(https?:\/\/\S+|\/\S*|[\w.-]+:\d+)(?:[ \t]+HTTP\/\d(?:\.\d)?)?\r?$/m;

/** Any text has parts; what is neither head nor request is the body of an answer. */
export function parseHttpText(pasted: string): HttpText {
  const whole = stripCodeFence(pasted);
  const text = verbose(whole) ?? whole;
  const status = statusLine.exec(text);
  const before = status === null ? text : text.slice(0, status.index);
  const request = requestIn(before);
  if (status !== null && (request !== undefined || isPrompt(before))) {
    return { request, response: responseOf(text.slice(status.index)) };
  }
  return { request, response: withoutStatus(request === undefined ? text : '') };
}

/** The body alone, with its headers or with the command before it. */
function withoutStatus(text: string): PastedResponse {
  const found = head(text);
  const isHead = found.headers.some(({ name }) => usualNames.test(name));
  const [headers, rest] = isHead ? [found.headers, found.rest] : [[], withoutCommand(text)];
  return { status: undefined, statusText: '', headers, body: unwrapped(rest.trim()) };
}

const usualNames = /^(?:accept|authorization|content-|cookie|date$|host$|retry-after|server$|set-cookie|x-|xero-)/i;

function withoutCommand(text: string): string {
  const isCommand = /^\s*(?:[$>#] |PS |[A-Z]:\\)?.{0,100}\b(?:curl|wget|https?|Invoke-\w+)\b/.test(
    text.slice(0, 1_000),
  );
  const at = isCommand ? text.search(/^[{[<]/m) : -1;
  return at === -1 ? text : text.slice(at);
}

/** The command that was typed, or what a terminal writes before. */
function isPrompt(text: string): boolean {
  return !/^\s*[{[<"]/.test(text) && text.length < 20_000;
}

function requestIn(before: string): PastedRequest | undefined {
  const [line = '', method = '', target = ''] = requestLine.exec(before.trimStart()) ?? [];
  const isFirst = line !== '' && before.trimStart().startsWith(line);
  if (!isFirst || method === 'CONNECT') return undefined;
  const { headers, rest } = head(before.trimStart().slice(line.length).replace(/^\n/, ''));
  return { method, target, headers, body: unwrapped(rest.trim()) };
}

/** A proxy's tunnel, `100 Continue` and redirects come before the head that counts. */
function responseOf(text: string): PastedResponse {
  let left = text;
  for (;;) {
    const [line = '', code, statusText = ''] = statusLine.exec(left) ?? [];
    const { headers, rest } = head(left.slice(line.length).replace(/^\n/, ''));
    const next = statusLine.exec(rest);
    if (next === null || rest.slice(0, next.index).trim() !== '') {
      return { status: Number(code), statusText: statusText.trim(), headers, body: bodyOf(headers, rest) };
    }
    left = rest.slice(next.index);
  }
}

const headerLine = /^([!#$%&'*+.^_`|~\w-]+):[ \t]*(.*)$/;

/** Up to the first empty line, or to what is no header: a paste may have lost the line between. */
function head(text: string): { headers: Header[]; rest: string } {
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

/** A terminal broke a long line: more headers, or the empty line and a body, come behind. The rest of a token never is a body. */
function isWrapped(line: string, last: Header, after: string): boolean {
  if (/authorization|cookie/i.test(last.name) && /^\s*[\w.~+/=;% -]+$/.test(line)) return true;
  if (/^\s*[{[<"]/.test(line)) return false;
  const [next = ''] = after.split('\n', 1);
  return headerLine.test(next.trimEnd()) || (next.trim() === '' && after.trim() !== '');
}

function bodyOf(headers: readonly Header[], text: string): string {
  const isChunked = headers.some(({ name, value }) => /^transfer-encoding$/i.test(name) && /chunked/i.test(value));
  return unwrapped((isChunked ? withoutChunks(text) : undefined) ?? text.trimEnd());
}

/** As the wire has it: each chunk behind its length in bytes. `undefined`: whoever showed it took them out already. */
function withoutChunks(text: string): string | undefined {
  const bytes = new TextEncoder().encode(text);
  const chunks: string[] = [];
  // A character may be cut in two between chunks.
  const decoder = new TextDecoder();
  for (let at = 0; at < bytes.length; ) {
    const size = /^([0-9a-f]{1,7})[ \t]*(?:;[^\r\n]{0,200})?\r?\n/i.exec(decodedStart(bytes, at));
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

function decodedStart(bytes: Uint8Array, at: number): string {
  return new TextDecoder('latin1').decode(bytes.subarray(at, at + 300));
}

/** Terminals break JSON in the middle of its texts, where no line may break. */
function unwrapped(body: string): string {
  if (!/^\s*[{[]/.test(body) || !body.includes('\n') || isJson(body)) return body;
  const joined = body.replace(/\r?\n/g, '');
  return isJson(joined) ? joined : body;
}

function isJson(text: string): boolean {
  return tryParseJson(text) !== undefined;
}

/**
 * `curl -v` marks each line; what is not marked is the body, or goes on with the line before. `-i` writes the head of the answer once
 * more without marks, often between the others. `undefined`: it is not of that kind.
 */
function verbose(text: string): string | undefined {
  if (!/^< HTTP\/\d/m.test(text)) return undefined;
  const lines = text.split(/\r?\n/);
  const lastMarked = lines.findLastIndex((line) => line.startsWith('<'));
  const heads: Record<string, string[]> = { '>': [], '<': [] };
  const ofAnswer = new Set<string>();
  let isTwice = false;
  let open: string[] | undefined;
  for (const line of lines.slice(0, lastMarked + 1)) {
    const [mark = ''] = line;
    const said = line.slice(1).trim();
    if (isMarked(line)) {
      open = heads[mark] as string[];
      open.push(said);
      if (mark === '<' && said !== '') ofAnswer.add(said);
    } else if (isCurls(line)) open = undefined;
    else if (ofAnswer.has(line.trim())) isTwice = true;
    else if (open !== undefined && open.length > 0) open[open.length - 1] += line;
  }
  const request = lastRequest(heads['>'] as string[]);
  const answered = (heads['<'] as string[]).join('\n').trimEnd();
  const plain = lines.filter((line) => !isMarked(line) && !isCurls(line)).join('\n');
  if (!statusLine.test(answered) && statusLine.test(plain)) return `${request}\n\n${plain}`.trimStart();
  // Of a head that stands there twice, its last line may, which is empty.
  const isEmptyTwice = isTwice && lines[lastMarked + 1]?.trim() === '';
  const body = lines
    .slice(lastMarked + (isEmptyTwice ? 2 : 1))
    .filter((line) => !isCurls(line))
    // Behind a body without a line break at its end.
    .map((line) => line.replace(/\* Connection #\d+ to host .{1,300} left intact$/, ''));
  return `${request}\n\n${answered}\n\n${body.join('\n')}`.trimStart();
}

function isMarked(line: string): boolean {
  return /^[<>](?: |$)/.test(line);
}

/** Of a tunnel and of redirects there are several; the last one got the answer. */
function lastRequest(lines: readonly string[]): string {
  const from = lines.findLastIndex((line) => requestLine.test(line));
  return lines.slice(Math.max(0, from)).join('\n').trim();
}

/** What curl says itself: remarks, and how many bytes went over the wire. */
function isCurls(line: string): boolean {
  return /^(?:\* |[{}] \[\d|\s*%? ?(?:Total|Dload)|\s*\d+ +\d+ +\d+ +\d+ )/.test(line);
}

/** Pasted from a message, with the marks of code around it, and words before them. */
export function stripCodeFence(text: string): string {
  if (!text.includes('```')) return text;
  const parts = text.split(/^[ \t]*```[^\r\n`]*$/m);
  // Text before a fence, code, text between two, code ... An open fence goes to the end.
  const code = parts.filter((_, i) => i % 2 === 1).map((each) => each.trim());
  return code.some((each) => each !== '') ? code.join('\n\n') : text;
}
