// Says in sentences what a back end's response holds of another response.

import type { Exchange } from '../model/exchange.ts';
import { findConnector } from './connector.ts';
import type { ParsedResponse } from './parse-response.ts';

/** Without the final full stop. `undefined` if the response is judged by its own status, and quotes no other. */
export function describeNested(exchange: Exchange, { status, nested, isWrapped }: ParsedResponse): string | undefined {
  const outer = exchange.response.status;
  if (nested?.status === undefined) return undefined;
  if (status === outer && (nested.certainty === 'certain' || isWrapped)) return undefined;
  const who = findConnector(exchange)?.title ?? 'Your back end';
  const start = `${who} responded with ${outer}`;
  if (nested.foundIn === 'parser-message') {
    return `${start}. It couldn’t read a response as JSON, and that was probably Xero’s plain-text ${status}`;
  }
  if (nested.certainty === 'certain' || nested.namesXero) return `${start}. Its body holds a ${status} from Xero`;
  if (nested.certainty === 'possible') return `${start}. Its body holds a ${status}, but doesn’t show whose it is`;
  const verb = nested.foundIn === 'sentence' ? 'quotes' : 'holds';
  return `${start}. Its body ${verb} a ${status}, probably from Xero`;
}

/** The same for a response that no parser of the back end's could read, and that isn't known to be Xero's. */
export function describeUnreadable({ nested }: ParsedResponse): string | undefined {
  if (nested?.unreadable === undefined || nested.status !== undefined) return undefined;
  return unreadable[nested.unreadable];
}

const unreadable = {
  html: 'Your back end got an HTML page where it expected JSON. The message doesn’t show whose page it is',
  text: 'Your back end got text where it expected JSON. The message doesn’t show who wrote it',
  unknown: 'Your back end couldn’t read a response as JSON. The message doesn’t show what came back',
} as const;
