// The reference number on an error page of the network edge, by which its operator finds the request.

import type { Exchange } from '../model/exchange.ts';
import { decodeEntities } from '../text/html-entities.ts';

/** `undefined` unless the body is a page with a reference number, such as `18.2d3e1002.1700000000.1a2b3c4d`. */
export function edgeReference({ response: { body } }: Exchange): string | undefined {
  const text = body.kind === 'text' ? body.text.slice(0, MAX_PAGE_CHARS) : '';
  if (!/^\s*</.test(text) || !/reference/i.test(text)) return undefined;
  return /Reference\s{0,5}#\s{0,5}(\d{1,3}(?:\.[\da-f]{1,20}){2,4})\b/i.exec(decodeEntities(text))?.[1];
}

/** These pages are short. */
const MAX_PAGE_CHARS = 8_192;
