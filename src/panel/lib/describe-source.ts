// Says in a few words where a request comes from.

import type { Exchange } from '../../core/model/exchange.ts';

/** For requests that the page didn't make itself. */
export function describeSource({ source, server, forwarded }: Exchange): string {
  if (forwarded) return 'Sent on by the server';
  const pageRequest = server?.pageRequest;
  const cause = pageRequest ? ` for ${pageRequest.method} ${pageRequest.path}` : '';
  const maker = server === undefined ? '' : `ade by the server${cause}`;
  if (source === 'import') return maker === '' ? 'Imported' : `Imported, m${maker}`;
  return `M${maker}`;
}
