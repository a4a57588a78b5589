// Tells calls without a token from files without tokens: Chrome leaves `Authorization` and cookies out of what it exports, without a word.

import { type Exchange, isStripped, STRIPPED_TOKEN } from '../core/model/exchange.ts';

/** `byChrome`: Chrome wrote the file. Where the tokens were taken out of it, nothing is to be said of a token that is missing. */
export function markStrippedCredentials(
  exchanges: readonly Exchange[],
  exportedByChrome: boolean,
): readonly Exchange[] {
  if (exchanges.some(holdsSecret)) return exchanges;
  // Xero answers whoever sends none with 401.
  const wasThere = exchanges.some(({ match, response: { status } }) => {
    return match.matchedBy === 'host' && status > 0 && status !== 401;
  });
  return exportedByChrome || wasThere ? exchanges.map(marked) : exchanges;
}

function holdsSecret({ request: { headers, token } }: Exchange): boolean {
  return (token !== undefined && !isStripped(token)) || headers.some(([name]) => name === 'cookie');
}

/** A proxy may have added its own: there only Xero's 401 makes one ask for it. */
function marked(exchange: Exchange): Exchange {
  const { match, request, response } = exchange;
  return match.matchedBy === 'host' || response.status === 401
    ? { ...exchange, request: { ...request, token: STRIPPED_TOKEN } }
    : exchange;
}
