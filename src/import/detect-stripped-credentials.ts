// Tells calls without a token from files without tokens: Chrome leaves `Authorization` and cookies out of what it exports, without a word.

import { type Exchange, isTakenOut, unseenToken } from '../core/model/exchange.ts';

/** `byChrome`: Chrome wrote the file. Where the tokens were taken out of it, nothing is to be said of a token that is missing. */
export function markTokensTakenOut(exchanges: readonly Exchange[], byChrome: boolean): readonly Exchange[] {
  if (exchanges.some(holdsSecret)) return exchanges;
  // Xero answers whoever sends none with 401.
  const wasThere = exchanges.some(({ recognition, response: { status } }) => {
    return recognition.tier === 'host' && status > 0 && status !== 401;
  });
  return byChrome || wasThere ? exchanges.map(marked) : exchanges;
}

function holdsSecret({ request: { headers, token } }: Exchange): boolean {
  return (token !== undefined && !isTakenOut(token)) || headers.some(([name]) => name === 'cookie');
}

/** A proxy may have added its own: there only Xero's 401 makes one ask for it. */
function marked(exchange: Exchange): Exchange {
  const { recognition, request, response } = exchange;
  return recognition.tier === 'host' || response.status === 401
    ? { ...exchange, request: { ...request, token: unseenToken } }
    : exchange;
}
