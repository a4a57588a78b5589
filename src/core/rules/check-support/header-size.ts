// The size of the request headers. Most values were redacted, but their lengths are known.

import { secondary } from '../../../catalogue/citation.ts';
import { type Exchange, getHeader, UNAVAILABLE_VALUE } from '../../model/exchange.ts';
import { sentLength } from '../../secrets/redact-header.ts';

export const headerCitation = secondary(
  'Development proxies that drop cookies because Xero rejects headers over 8,192 bytes',
);

/** Characters of all request headers, each with `: ` and a line ending. */
export function headerBytes({ request }: Exchange): number {
  const token = request.token === undefined ? 0 : 'authorization: \r\n'.length + request.token.length;
  return request.headers.reduce((sum, [name, value]) => sum + name.length + lengthOf(value) + 4, token);
}

/** Characters of the cookies that were sent. */
export function cookieBytes({ request }: Exchange): number {
  const value = getHeader(request.headers, 'cookie');
  return value === undefined ? 0 : lengthOf(value);
}

function lengthOf(value: string): number {
  return value === UNAVAILABLE_VALUE ? 0 : sentLength(value);
}
