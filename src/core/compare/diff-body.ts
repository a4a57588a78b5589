// Compares two bodies: as JSON if both are, else as text.

import type { Body } from '../model/exchange.ts';
import { stripBom } from '../text/parse-json.ts';
import { tryParseJson } from '../text/try-parse-json.ts';
import { type ComparedRow, type ComparedSection, createRow, createSection, type SectionId } from './comparison.ts';
import { diffJson } from './diff-json.ts';
import { diffNotation } from './diff-notation.ts';

/** Longer bodies are compared as text: parsing them would block the panel. */
const MAX_COMPARED_JSON_CHARS = 4_194_304;

export function diffBody(id: SectionId, a: Body, b: Body): ComparedSection {
  const [isAKnown, isBKnown] = [isAvailable(a), isAvailable(b)];
  if (!isAKnown || !isBKnown) {
    return { id, rows: [], more: 0, unknown: isAKnown ? 'b' : isBKnown ? 'a' : 'both' };
  }
  const [shownA, shownB] = [describeBody(a), describeBody(b)];
  if (shownA === shownB) return createSection(id, []);
  const marks = bomRows(shownA, shownB);
  const [textA, textB] = [shownA && stripBom(shownA), shownB && stripBom(shownB)];
  if (textA === textB) return createSection(id, marks);
  const asText = () => createSection(id, [...marks, createRow('', textA, textB)]);
  if (textA === undefined || textB === undefined || a.kind !== 'text' || b.kind !== 'text') return asText();
  const [jsonA, jsonB] = [parseBody(textA), parseBody(textB)];
  if (jsonA === undefined || jsonB === undefined) return asText();
  const { rows, more, isCut } = diffJson(jsonA, jsonB);
  const jsonRows = rows.length > 0 || isCut ? rows : diffNotation(textA, textB);
  return { ...createSection(id, [...marks, ...jsonRows], more), ...(isCut && { isCut }) };
}

/** The mark is invisible, but many servers reject it. */
function bomRows(a: string | undefined, b: string | undefined): ComparedRow[] {
  const [markA, markB] = [a, b].map((text) => (text?.startsWith('\ufeff') ? 'at the start' : undefined));
  return markA === markB ? [] : [createRow('byte order mark', markA, markB)];
}

function isAvailable(body: Body): boolean {
  return body.kind === 'none' || body.kind === 'binary' || (body.kind === 'text' && body.missingChars === undefined);
}

/** `undefined` if there is no body. */
function describeBody(body: Body): string | undefined {
  if (body.kind === 'binary') return `${body.bytes} bytes, binary: ${body.note}`;
  return body.kind === 'text' && body.text.trim() !== '' ? body.text : undefined;
}

/** `undefined` if the text is not JSON or is too long. */
function parseBody(text: string): unknown {
  return text.length > MAX_COMPARED_JSON_CHARS ? undefined : tryParseJson(text);
}
