// Formats JSON and finds values in it. Numbers and strings keep their notation; text that isn't JSON stays as received.

import { stripBom } from '../../../core/text/parse-json.ts';
import { createJsonFormatter } from './json-formatter.ts';
import { createLineBuffer } from './line-buffer.ts';
import { buildPointerTree, resolvePointers } from './pointer-targets.ts';
import type { PointerRange } from './types.ts';

export interface FormattedText {
  /** Without line breaks. */
  readonly lines: readonly string[];
  /** The text was formatted, or at least its start if it is truncated or invalid. */
  readonly isJson: boolean;
  /** Characters in the longest line. */
  readonly longestLine: number;
  /** By JSON pointer. Empty if the text isn't JSON. */
  readonly ranges: ReadonlyMap<string, PointerRange>;
}

const TOKENS_PER_STEP = 500;

/**
 * Works in steps and yields the progress, 0..1. Truncated, invalid or very deep JSON is formatted up to there; the rest follows as
 * received. Never throws.
 */
export function* formatJson(source: string, pointers: readonly string[]): Generator<number, FormattedText> {
  const text = stripBom(source);
  return (/^\s*[{[]/.test(text) ? yield* formatTokens(text, pointers) : undefined) ?? (yield* splitLines(text));
}

/** `undefined` if the text ends or is invalid before any content: it is a log line or a template rather than JSON. */
function* formatTokens(text: string, pointers: readonly string[]): Generator<number, FormattedText | undefined> {
  const root = buildPointerTree(pointers);
  const out = createLineBuffer();
  const formatter = createJsonFormatter(text, root, out);
  let outcome = formatter.next();
  for (let tokens = 1; outcome === 'written'; outcome = formatter.next(), tokens++) {
    if (tokens % TOKENS_PER_STEP === 0) yield formatter.position() / text.length;
  }
  if (!formatter.hasContent()) return undefined;
  if (outcome === 'invalid') yield* out.appendText(text, formatter.beginRest());
  formatter.finish();
  return { ...out.finish(), isJson: true, ranges: resolvePointers(root, pointers) };
}

function* splitLines(text: string): Generator<number, FormattedText> {
  const out = createLineBuffer();
  yield* out.appendText(text, 0);
  return { ...out.finish(), isJson: false, ranges: new Map() };
}
