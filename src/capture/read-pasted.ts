// Makes an exchange of a response that somebody pasted: as it came over the wire, as `curl -i` or `curl -v` show it, or its body alone.

import type { Header } from 'har-format';
import { diagnose } from '../core/diagnose.ts';
import type { Body, Exchange } from '../core/exchange.ts';
import { readJson } from '../core/read-json.ts';
import { type Recognition, recognise } from '../core/recognise.ts';
import { withoutTokens } from '../core/redact/without-tokens.ts';
import { readHeaders, textBody } from './har-entry.ts';

export interface Pasted {
  readonly exchange: Exchange;
  /** The text told the request. Otherwise it stands as a GET of nothing in particular, and nothing can be said of it. */
  readonly hasRequest: boolean;
  /** The text told the status. Otherwise it is what the body tells; 0 where it tells none. */
  readonly hasStatus: boolean;
}

export interface PasteOptions {
  readonly id: number;
  /** Where the answer has no date. */
  readonly nowMs: number;
  readonly mappings?: readonly string[];
}

/** Any text gives an exchange; `undefined` only where there is nothing but space. */
export function readPasted(pasted: string, { id, nowMs, mappings = [] }: PasteOptions): Pasted | undefined {
  const text = withoutFence(pasted.replace(/^\s*\ufeff/, ''));
  if (text.trim() === '') return undefined;
  const { request, response } = split(verbose(text) ?? text);
  const made = exchangeOf(request, response, { id, nowMs, mappings });
  const exchange = response.status === undefined ? withStatusTold(made) : made;
  return { exchange, hasRequest: request !== undefined, hasStatus: response.status !== undefined };
}

interface PastedRequest {
  readonly method: string;
  readonly target: string;
  readonly headers: readonly Header[];
  readonly body: string;
}

interface PastedResponse {
  readonly status: number | undefined;
  readonly statusText: string;
  readonly headers: readonly Header[];
  readonly body: string;
}

const neutral: Recognition = { tier: 'mapped', path: '/', operation: undefined };
const nowhere = 'https://api.xero.com/projects.xro/2.0/';

function exchangeOf(
  request: PastedRequest | undefined,
  response: PastedResponse,
  { id, nowMs, mappings }: Required<PasteOptions>,
): Exchange {
  const asked = readHeaders(request?.headers);
  const answered = readHeaders(response.headers).headers;
  const date = Date.parse(answered.find(([name]) => name === 'date')?.[1] ?? '');
  const method = request?.method ?? 'GET';
  const url = withoutTokens(request ? addressOf(request) : nowhere);
  return {
    id,
    startedMs: Number.isNaN(date) ? nowMs : date,
    durationMs: undefined,
    recognition: (request && recognise(method, url, mappings)) ?? neutral,
    request: { method, url, headers: asked.headers, token: asked.token, body: textBody(request?.body ?? '') },
    response: {
      status: response.status ?? 0,
      statusText: withoutTokens(response.statusText),
      headers: answered,
      body: textBody(response.body),
    },
    failure: undefined,
    preflight: undefined,
    viaServiceWorker: false,
  };
}

function addressOf({ target, headers }: PastedRequest): string {
  if (/^https?:\/\//i.test(target)) return target;
  const host = headers.find(({ name }) => name.toLowerCase() === 'host')?.value.trim();
  const path = target.startsWith('/') ? target : `/${target}`;
  // Without a host, the path alone tells whether it is Xero's.
  return `https://${host || 'api.xero.com'}${path}`;
}

const statusLine = /^HTTP\/\d(?:\.\d)? +(\d{3})(?: +([^\r\n]*))?\r?$/m;
const requestLine = /^([A-Z]{3,10}) +(https?:\/\/\S+|\/\S*)(?: +HTTP\/\d(?:\.\d)?)?\r?$/m;

/** The request, if any, is before the first status line; the response after the last head that is followed by no other. */
function split(text: string): { request: PastedRequest | undefined; response: PastedResponse } {
  const status = statusLine.exec(text);
  const before = status === null ? text : text.slice(0, status.index);
  const asked = requestLine.exec(before);
  const isRequest = asked !== null && before.slice(0, asked.index).trim() === '';
  const request = isRequest ? requestOf(asked, before) : undefined;
  if (status !== null && (isRequest || before.trim() === '' || isPrompt(before))) {
    return { request, response: responseOf(text.slice(status.index)) };
  }
  const body = request === undefined ? text.trim() : '';
  return { request, response: { status: undefined, statusText: '', headers: [], body } };
}

/** The command that was typed, or what a terminal writes before. */
function isPrompt(text: string): boolean {
  return !/^\s*[{[<"]/.test(text) && text.length < 20_000;
}

function requestOf([line, method = '', target = '']: RegExpExecArray, before: string): PastedRequest {
  const { headers, rest } = head(before.slice(before.indexOf(line) + line.length).replace(/^\r?\n/, ''));
  return { method, target, headers, body: rest.trim() };
}

/** A proxy's tunnel, `100 Continue` and redirects come before the head that counts. */
function responseOf(text: string): PastedResponse {
  let left = text;
  for (;;) {
    const [line = '', code, statusText = ''] = statusLine.exec(left) ?? [];
    const { headers, rest } = head(left.slice(line.length).replace(/^\r?\n/, ''));
    const next = statusLine.exec(rest);
    if (next === null || rest.slice(0, next.index).trim() !== '') {
      return { status: Number(code), statusText: statusText.trim(), headers, body: rest.replace(/\s+$/, '') };
    }
    left = rest.slice(next.index);
  }
}

/** Up to the first empty line, or to what is no header: a paste may have lost the line between. */
function head(text: string): { headers: Header[]; rest: string } {
  const headers: Header[] = [];
  let at = 0;
  while (at < text.length) {
    const end = text.indexOf('\n', at);
    const next = end === -1 ? text.length : end + 1;
    const line = text.slice(at, next).replace(/\r?\n$/, '');
    if (line.trim() === '') return { headers, rest: text.slice(next) };
    const [, name, value] = /^([!#$%&'*+.^_`|~\w-]+):[ \t]*(.*)$/.exec(line) ?? [];
    if (name === undefined) break;
    headers.push({ name, value: (value ?? '').trim() });
    at = next;
  }
  return { headers, rest: text.slice(at) };
}

/** `curl -v` marks each line; what is not marked is the body. `undefined`: it is not of that kind. */
function verbose(text: string): string | undefined {
  if (!/^< HTTP\/\d/m.test(text)) return undefined;
  const lines = text.split(/\r?\n/);
  const marked = (mark: string) =>
    lines.filter((line) => line.startsWith(mark)).map((line) => line.slice(mark.length).trim());
  const asked = marked('>').join('\n').trim();
  const answered = marked('<').join('\n');
  const from = lines.findLastIndex((line) => line.startsWith('<'));
  const body = lines.slice(from + 1).filter((line) => !/^(?:[*>] |\{ \[|\} \[)/.test(line));
  return `${asked}\n\n${answered.trimEnd()}\n\n${body.join('\n')}`.trimStart();
}

/** Pasted from a message, with the marks of code around it. */
function withoutFence(text: string): string {
  const [, inside] = /^\s*```[\w-]*\r?\n([\s\S]*?)\r?\n```\s*$/.exec(text) ?? [];
  return inside ?? text;
}

/** Xero's envelopes hold their status, and some sentences come with one status only; any other JSON is an answer that went well. */
function withStatusTold(exchange: Exchange): Exchange {
  const withStatus = (status: number): Exchange => ({ ...exchange, response: { ...exchange.response, status } });
  const tried = [400, 401, 403, 404, 429, 500, 503].map((status) => diagnose(withStatus(status)));
  const [first] = tried;
  const shape = first?.evidence.shape;
  if (first && (shape === 'problem' || shape === 'model-state') && first.evidence.status !== 400) {
    return withStatus(first.evidence.status);
  }
  const bySentence = tried.find(({ row, evidence }) =>
    row.when.some(({ says = [] }) => says.some((each) => evidence.says.includes(each))),
  );
  if (bySentence) return withStatus(bySentence.evidence.status);
  if (shape === 'model-state' || shape === 'accounting-error' || shape === 'identity-error') return withStatus(400);
  return isJson(exchange.response.body) && shape !== 'problem' ? withStatus(200) : exchange;
}

function isJson(body: Body): boolean {
  return body.kind === 'text' && /^\s*[{[]/.test(body.text) && readJson(body.text).kind === 'json';
}
