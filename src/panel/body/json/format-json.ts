// Lays JSON out in lines and finds places in it. Numbers and strings stay as they were written; what is no JSON stays as it came.

import { stripBom } from '../../../core/text/parse-json.ts';
import { JsonFormatter } from './json-formatter.ts';
import { LineBuffer } from './line-buffer.ts';
import { buildPointerTree, resolvePointers } from './pointer-targets.ts';
import type { PointerRange } from './types.ts';

export interface FormattedText {
  /** Without their ends. */
  readonly lines: readonly string[];
  /** Whether the text was laid out, be it only up to where it breaks off. */
  readonly isJson: boolean;
  /** Characters in the longest line. */
  readonly longestLine: number;
  /** By JSON pointer. Empty where the text is not JSON. */
  readonly ranges: ReadonlyMap<string, PointerRange>;
}

/** After so many tokens the one who runs the work may rest. */
const TOKENS_PER_STEP = 500;

/**
 * Works in steps and gives between them how much is done, 0..1. JSON that breaks off, or stops being JSON, is laid out up to there; the
 * rest follows as it came. Takes any depth: nothing in it is recursive. Never throws.
 */
export function* formatJson(source: string, wanted: readonly string[]): Generator<number, FormattedText> {
  const text = stripBom(source);
  return (/^\s*[{[]/.test(text) ? yield* layOutJson(text, wanted) : undefined) ?? (yield* asItCame(text));
}

/** `undefined` where the text breaks off before anything was said in it: such a text is a log line or a template rather than JSON. */
function* layOutJson(text: string, pointers: readonly string[]): Generator<number, FormattedText | undefined> {
  const root = buildPointerTree(pointers);
  const out = new LineBuffer();
  const writer = new JsonFormatter(text, root, out);
  let outcome = writer.next();
  for (let tokens = 1; outcome === 'written'; outcome = writer.next(), tokens++) {
    if (tokens % TOKENS_PER_STEP === 0) yield writer.position / text.length;
  }
  if (!writer.hasContent) return undefined;
  if (outcome === 'refused') yield* out.appendText(text, writer.beginRest());
  writer.finish();
  return { ...out.done(), isJson: true, ranges: resolvePointers(root, pointers) };
}

function* asItCame(text: string): Generator<number, FormattedText> {
  const out = new LineBuffer();
  yield* out.appendText(text, 0);
  return { ...out.done(), isJson: false, ranges: new Map() };
}
