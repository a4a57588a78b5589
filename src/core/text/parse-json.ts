// Parses JSON from the wire: complete, with a BOM, or truncated.

import { type ParseError, parse } from 'jsonc-parser';
import { MAX_PARSE_CHARS } from './try-parse-json.ts';

export type JsonResult =
  | { readonly kind: 'json'; readonly value: unknown }
  /** What could be read before the text stopped being JSON. */
  | { readonly kind: 'partial'; readonly value: unknown; readonly problem: string }
  | { readonly kind: 'not-json'; readonly problem: string };

/** The maximum of broken or truncated JSON, because repairing takes much longer than parsing. */
const MAX_REPAIR_CHARS = 262_144;
const MAX_REPAIR_LEVELS = 500;

/** Reads only the start of a text that is too long to be parsed as a whole. Never throws, whatever the text. */
export function parseJsonLenient(text: string): JsonResult {
  const clean = stripBom(text);
  if (clean.length > MAX_PARSE_CHARS) return repair(clean, 'too long to be read as a whole');
  try {
    return { kind: 'json', value: JSON.parse(clean) };
  } catch (error) {
    return repair(clean, error instanceof Error ? error.message : String(error));
  }
}

/** A byte order mark is not allowed in JSON but common in practice. */
export function stripBom(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

function repair(text: string, problem: string): JsonResult {
  const head = text.slice(0, MAX_REPAIR_CHARS);
  if (!/^\s*[{[]/.test(head)) return { kind: 'not-json', problem };
  // The parser is recursive, and slow to find its stack exhausted.
  if (isDeeper(head, MAX_REPAIR_LEVELS)) return { kind: 'not-json', problem: 'nested too deeply to be read' };
  try {
    const errors: ParseError[] = [];
    const value: unknown = parse(head, errors, { allowTrailingComma: true, disallowComments: true });
    return { kind: 'partial', value, problem };
  } catch {
    return { kind: 'not-json', problem: 'nested too deeply to be read' };
  }
}

/** Whether brackets are nested to more levels, at any place outside of a string. */
function isDeeper(text: string, maxLevels: number): boolean {
  let levels = 0;
  let isInString = false;
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (char === '"') isInString = !isInString;
    else if (isInString) i += char === '\\' ? 1 : 0;
    else if (char === '[' || char === '{') {
      if (++levels > maxLevels) return true;
    } else if (char === ']' || char === '}') levels--;
  }
  return false;
}
