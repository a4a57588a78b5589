// Lays JSON out in lines and finds places in it. Numbers and strings stay as they were written; what is no JSON stays as it came.

import { stripByteOrderMark } from '../../../core/text/parse-json.ts';
import { JsonWriter } from './json-formatter.ts';
import { GrowingLines } from './line-buffer.ts';
import { placesOf, wantedPlaces } from './pointer-targets.ts';
import type { Placed } from './types.ts';

export interface Layout {
  /** Without their ends. */
  readonly lines: readonly string[];
  /** Whether the text was laid out, be it only up to where it breaks off. */
  readonly isJson: boolean;
  /** Characters in the longest line. */
  readonly longestLine: number;
  /** By JSON pointer. Empty where the text is not JSON. */
  readonly places: ReadonlyMap<string, Placed>;
}

/** After so many tokens the one who runs the work may rest. */
const tokensAtOnce = 500;

/**
 * Works in steps and gives between them how much is done, 0..1. JSON that breaks off, or stops being JSON, is laid out up to there; the
 * rest follows as it came. Takes any depth: nothing in it is recursive. Never throws.
 */
export function* layOut(source: string, wanted: readonly string[]): Generator<number, Layout> {
  const text = stripByteOrderMark(source);
  return (/^\s*[{[]/.test(text) ? yield* layOutJson(text, wanted) : undefined) ?? (yield* asItCame(text));
}

/** `undefined` where the text breaks off before anything was said in it: such a text is a log line or a template rather than JSON. */
function* layOutJson(text: string, pointers: readonly string[]): Generator<number, Layout | undefined> {
  const root = wantedPlaces(pointers);
  const out = new GrowingLines();
  const writer = new JsonWriter(text, root, out);
  let outcome = writer.next();
  for (let tokens = 1; outcome === 'written'; outcome = writer.next(), tokens++) {
    if (tokens % tokensAtOnce === 0) yield writer.position / text.length;
  }
  if (!writer.hasContent) return undefined;
  if (outcome === 'refused') yield* out.writeAll(text, writer.beginRest());
  writer.finish();
  return { ...out.done(), isJson: true, places: placesOf(root, pointers) };
}

function* asItCame(text: string): Generator<number, Layout> {
  const out = new GrowingLines();
  yield* out.writeAll(text, 0);
  return { ...out.done(), isJson: false, places: new Map() };
}
