// Replaces JSON Web Tokens, however they are written, by their fingerprints: URL-safe or standard base64, wrapped, percent-encoded, encrypted.

import { endOfRun } from './end-of-run.ts';
import { fingerprint } from './fingerprint.ts';

/** Linear in the length of the text. */
export function redactJwts(text: string): string {
  let redacted = '';
  let done = 0;
  let at = indexOfCandidate(text, 0);
  while (at !== -1) {
    const { end, isToken } = readToken(text, at);
    if (isToken) {
      redacted += `${text.slice(done, at)}[token ${fingerprint(text.slice(at, end))}]`;
      done = end;
    }
    // Without a token, no other start within the same run can be one.
    at = indexOfCandidate(text, Math.max(end, at + 1));
  }
  return done === 0 ? text : redacted + text.slice(done);
}

/** The first characters of `{"` and `{ ` in base64, also after white space or a byte order mark. */
const candidate = /(?:e[wy][0-3A-DI-Lk-r]|I[ACH]|[CD][QSXgin]|77u)[\w+/-]{6}/g;

/** Whether there may be a token: some base64 is the beginning of an object. */
export function mayHoldJwt(text: string): boolean {
  return indexOfCandidate(text, 0) !== -1;
}

function indexOfCandidate(text: string, from: number): number {
  candidate.lastIndex = from;
  for (let found = candidate.exec(text); found !== null; found = candidate.exec(text)) {
    if (isJsonAt(text, found.index)) return found.index;
    candidate.lastIndex = found.index + 1;
  }
  return -1;
}

const firstLetters = /[\w+/-]{2,48}/y;

/** Whether base64 at `start` decodes to the beginning of an object. */
function isJsonAt(text: string, start: number): boolean {
  firstLetters.lastIndex = start;
  const letters = firstLetters.exec(text)?.[0] ?? '';
  if (letters.length < 3) return false;
  const complete = letters.slice(0, letters.length - (letters.length % 4 === 1 ? 1 : 0));
  const decoded = atob(complete.replaceAll('-', '+').replaceAll('_', '/'));
  return /^(?:\xef\xbb\xbf)?[ \t\r\n]*(?:\{[ \t\r\n]*(?:["}]|$)|$)/.test(decoded);
}

/** The end of the token that starts with a header at `start`; without a token, the end of what might have been a header. */
function readToken(text: string, start: number): { end: number; isToken: boolean } {
  const header = readPart(text, start, start);
  const second = header.end - start < MIN_HEADER_CHARS ? undefined : readNext(text, header, start);
  if (second === undefined) return { end: header.end, isToken: false };
  const isSigned = isJsonAt(text, second.start);
  if (!isSigned && second.afterBreak) return { end: header.end, isToken: false };
  const third = readNext(text, second, start, MIN_CHARS_AFTER_BREAK);
  if (!isSigned) {
    // An encrypted token has five parts, of which only the first is readable.
    const fourth = third && readNext(text, third, start, MIN_CHARS_AFTER_BREAK);
    const fifth = fourth && readNext(text, fourth, start, MIN_CHARS_AFTER_BREAK);
    if (fifth && fifth.end - second.start >= MIN_OPAQUE_CHARS) return { end: fifth.end, isToken: true };
    if (second.end - second.start < MIN_OPAQUE_CHARS) return { end: header.end, isToken: false };
  }
  return { end: (third ?? second).end, isToken: true };
}

const MIN_HEADER_CHARS = 10;
const MIN_OPAQUE_CHARS = 8;
/** After a line break, length distinguishes the signature from other words. */
const MIN_CHARS_AFTER_BREAK = 40;

interface Part {
  readonly start: number;
  readonly end: number;
  /** Where its last line starts. */
  readonly lineStart: number;
  readonly afterBreak: boolean;
}

/** The part after the dot that follows `before`. */
function readNext(text: string, before: Part, tokenStart: number, minAfterBreak = 0): Part | undefined {
  dot.lastIndex = endOfBreak(text, before.end);
  if (!dot.test(text)) return undefined;
  const afterDot = dot.lastIndex;
  const start = endOfBreak(text, afterDot);
  const afterBreak = start > afterDot;
  const part = readPart(text, start, afterBreak ? start : before.lineStart, tokenStart);
  if (!afterBreak || part.end - start >= minAfterBreak) return { ...part, afterBreak };
  return { start: afterDot, end: afterDot, lineStart: before.lineStart, afterBreak: false };
}

const dot = /\.|%(?:25){0,5}2e|\\{1,8}(?:u002|x2)e|&(?:#46|#x2e|period);/iy;

/** Mail, terminals and PEM wrap long words: after a full line, the whole next line belongs to the part. */
function readPart(text: string, start: number, firstLineStart: number, tokenStart = start): Part {
  let lineStart = firstLineStart;
  let end = endOfLine(text, start, tokenStart);
  while (end - lineStart >= MIN_FULL_LINE_CHARS) {
    const nextLine = endOfBreak(text, end);
    if (nextLine === end || text.startsWith('--', nextLine)) break;
    const nextEnd = endOfLine(text, nextLine, tokenStart);
    endsLine.lastIndex = nextEnd;
    if (nextEnd === nextLine || !endsLine.test(text)) break;
    lineStart = nextLine;
    end = nextEnd;
  }
  return { start, end: endOfRun(text, end, padding), lineStart, afterBreak: false };
}

const MIN_FULL_LINE_CHARS = 48;
const endsLine = /[ \t]{0,8}(?:[\r\n\\"'.%=]|$)/y;

/** A slash or a plus sign is not part of a URL-safe token. */
function endOfLine(text: string, start: number, tokenStart: number): number {
  const end = endOfRun(text, start, urlSafe);
  return isUrlSafe(text, tokenStart, end) ? end : endOfRun(text, end, standard);
}

function isUrlSafe(text: string, from: number, end: number): boolean {
  return /[-_]/.test(text.slice(Math.max(from, end - 1_000), end));
}

const urlSafe = /[\w-]{1,500}/y;
/** Base64 with `+` and `/`, which may be encoded. */
const standard = /(?:[\w+/-]|%(?:25){0,5}2[bf]|\\{1,8}(?:\/|u002[bf])|&#(?:4[37]|x2[bf]);){1,200}/iy;
const padding = /=|%(?:25){0,5}3d|\\{1,8}u003d|&#(?:61|x3d);/iy;

/** A line break as it is, or escaped as in JSON and logs; in mail after `=`. */
function endOfBreak(text: string, start: number): number {
  lineBreak.lastIndex = start;
  return lineBreak.test(text) ? lineBreak.lastIndex : start;
}

const lineBreak = /(?:=?\r?\n|(?:\\{1,8}r)?\\{1,8}n|(?:%(?:25){0,5}0d)?%(?:25){0,5}0a)[ \t]{0,8}/iy;
