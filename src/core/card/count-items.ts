// Counts the items of a list in a successful response.

import { cachePerObject } from '../model/cache-per-object.ts';
import type { Exchange } from '../model/exchange.ts';
import { isObject } from '../text/is-object.ts';
import { stripBom } from '../text/parse-json.ts';
import { MAX_PARSE_CHARS, tryParseJson } from '../text/try-parse-json.ts';

export interface ItemCount {
  readonly count: number;
  /** As stated in the response. */
  readonly page: number | undefined;
  readonly pageCount: number | undefined;
}

/** `undefined` if the response isn't a complete list. */
export const countItems = cachePerObject(count);

function count({ response: { body } }: Exchange): ItemCount | undefined {
  if (body.kind !== 'text' || body.missingChars !== undefined || body.text.length > MAX_PARSE_CHARS) return undefined;
  const value = tryParseJson(stripBom(body.text));
  if (Array.isArray(value)) return { count: value.length, page: undefined, pageCount: undefined };
  if (!isObject(value) || !Array.isArray(value.items)) return undefined;
  const pagination = isObject(value.pagination) ? value.pagination : {};
  return { count: value.items.length, page: integer(pagination.page), pageCount: integer(pagination.pageCount) };
}

function integer(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : undefined;
}
