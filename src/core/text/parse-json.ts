// Parses JSON from the wire: complete, with a BOM, or truncated.

import { type ParseError, parse } from 'jsonc-parser';
import { MAX_PARSE_CHARS } from './try-parse-json.ts';

export type JsonResult =
  | { readonly kind: 'json'; readonly value: unknown }
  /** What could be read before the text stopped being JSON. */
  | { readonly kind: 'partial'; readonly value: unknown; readonly problem: string }
  | { readonly kind: 'not-json'; readonly problem: string };

/** Of broken or cut JSON; repairing takes much longer than parsing. */
const MAX_REPAIR_CHARS = 262_144;

/** Of a text too long to be parsed as a whole only the start is read. Never throws, whatever the text. */
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
  if (!/^\s*[{[]/.test(text)) return { kind: 'not-json', problem };
  try {
    const errors: ParseError[] = [];
    const value: unknown = parse(text.slice(0, MAX_REPAIR_CHARS), errors, {
      allowTrailingComma: true,
      disallowComments: true,
    });
    return { kind: 'partial', value, problem };
  } catch {
    // The parser is recursive: nesting of many thousand levels exhausts its stack.
    return { kind: 'not-json', problem: 'nested too deeply to be read' };
  }
}
