// The size of the request headers. Tokens and cookies were redacted, but their lengths are known.

import { secondary } from '../../../catalogue/citation.ts';
import { type Exchange, getHeader, UNAVAILABLE_VALUE } from '../../model/exchange.ts';

export const headerCitation = secondary(
  'Development proxies that drop cookies because Xero refuses headers over 8,192 bytes',
);

/** Characters of all request headers, with `: ` and line end each. */
export function headerBytes({ request }: Exchange): number {
  const token = request.token === undefined ? 0 : 'authorization: \r\n'.length + request.token.length;
  return request.headers.reduce((sum, [name, value]) => sum + name.length + lengthOf(name, value) + 4, token);
}

/** Characters of the cookies that were sent. */
export function cookieBytes({ request }: Exchange): number {
  const value = getHeader(request.headers, 'cookie');
  return value === undefined ? 0 : lengthOf('cookie', value);
}

/** At capture, cookies are replaced by a note such as `[2 cookies, 60 characters, not kept]`. */
function lengthOf(name: string, value: string): number {
  if (value === UNAVAILABLE_VALUE) return 0;
  const noted = name === 'cookie' ? /, (\d{1,9}) characters, not kept\]$/.exec(value) : null;
  return noted ? Number(noted[1]) : value.length;
}
