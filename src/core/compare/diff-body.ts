// The bodies of two messages: as JSON where both are, else as text.

import type { Body } from '../model/exchange.ts';
import { stripBom } from '../text/parse-json.ts';
import { type ComparedPart, type ComparedRow, type PartId, partOf, rowOf } from './comparison.ts';
import { diffJson } from './diff-json.ts';
import { diffNotation } from './diff-notation.ts';

/** Longer bodies are compared as text: to read them would hold up the panel. Characters. */
const MAX_PARSE_CHARS = 4_194_304;

export function diffBody(id: PartId, a: Body, b: Body): ComparedPart {
  const [isAKnown, isBKnown] = [isAtHand(a), isAtHand(b)];
  if (!isAKnown || !isBKnown) {
    return { id, rows: [], more: 0, unknown: isAKnown ? 'b' : isBKnown ? 'a' : 'both' };
  }
  const [saidA, saidB] = [words(a), words(b)];
  if (saidA === saidB) return partOf(id, []);
  const marks = markRows(saidA, saidB);
  const [textA, textB] = [saidA && stripBom(saidA), saidB && stripBom(saidB)];
  if (textA === textB) return partOf(id, marks);
  const whole = () => partOf(id, [...marks, rowOf('', textA, textB)]);
  if (textA === undefined || textB === undefined || a.kind !== 'text' || b.kind !== 'text') return whole();
  const [jsonA, jsonB] = [read(textA), read(textB)];
  if (jsonA === undefined || jsonB === undefined) return whole();
  const { rows, more, isCut } = diffJson(jsonA.value, jsonB.value);
  const told = rows.length > 0 || isCut ? rows : diffNotation(textA, textB);
  return { ...partOf(id, [...marks, ...told], more), ...(isCut && { isCut }) };
}

/** Nobody sees the mark, and many a server refuses it. */
function markRows(a: string | undefined, b: string | undefined): ComparedRow[] {
  const [markA, markB] = [a, b].map((text) => (text?.startsWith('\ufeff') ? 'at the beginning' : undefined));
  return markA === markB ? [] : [rowOf('byte order mark', markA, markB)];
}

function isAtHand(body: Body): boolean {
  return body.kind === 'none' || body.kind === 'binary' || (body.kind === 'text' && body.cutOff === undefined);
}

/** `undefined` for no body. */
function words(body: Body): string | undefined {
  if (body.kind === 'binary') return `${body.bytes} bytes, not text: ${body.note}`;
  return body.kind === 'text' && body.text.trim() !== '' ? body.text : undefined;
}

function read(text: string): { value: unknown } | undefined {
  if (text.length > MAX_PARSE_CHARS) return undefined;
  try {
    return { value: JSON.parse(text) };
  } catch {
    // Not JSON, or nested more deeply than the parser's stack: compared as text.
    return undefined;
  }
}
