// The bodies of two messages: as JSON where both are, else as text.

import type { Body } from '../exchange.ts';
import { stripByteOrderMark } from '../read-json.ts';
import { type ComparedPart, type PartId, partOf, rowOf } from './comparison.ts';
import { jsonDifferences } from './json-differences.ts';

/** Longer bodies are compared as text: to read them would hold up the panel. Characters. */
export const longestRead = 4_194_304;

export function bodyPart(id: PartId, a: Body, b: Body): ComparedPart {
  const [isAKnown, isBKnown] = [isAtHand(a), isAtHand(b)];
  if (!isAKnown || !isBKnown) {
    return { id, rows: [], more: 0, unknown: isAKnown ? 'b' : isBKnown ? 'a' : 'both' };
  }
  const [saidA, saidB] = [words(a), words(b)];
  if (saidA === saidB) return partOf(id, []);
  const whole = () => partOf(id, [rowOf('', saidA, saidB)]);
  if (a.kind !== 'text' || b.kind !== 'text') return whole();
  const [jsonA, jsonB] = [read(a.text), read(b.text)];
  if (jsonA === undefined || jsonB === undefined) return whole();
  const { rows, more, isCut } = jsonDifferences(jsonA.value, jsonB.value);
  return { ...partOf(id, rows, more), ...(isCut && { isCut }) };
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
  if (text.length > longestRead) return undefined;
  try {
    return { value: JSON.parse(stripByteOrderMark(text)) };
  } catch {
    // Not JSON, or nested more deeply than the parser's stack: compared as text.
    return undefined;
  }
}
