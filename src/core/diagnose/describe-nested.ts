// Describes in sentences what a back end's response contains of another response.

import type { Exchange } from '../model/exchange.ts';
import { findConnector } from './connector.ts';
import type { ParsedResponse } from './parse-response.ts';

/** Without the final full stop. `undefined` if the diagnosis uses the response's own status, and its body quotes no other. */
export function describeNested(exchange: Exchange, { status, nested, isWrapped }: ParsedResponse): string | undefined {
  const outer = exchange.response.status;
  if (nested?.status === undefined) return undefined;
  if (status === outer && (nested.certainty === 'certain' || isWrapped)) return undefined;
  const who = findConnector(exchange)?.title ?? 'Your server';
  const start = `${who} responded with ${outer}`;
  if (nested.foundIn === 'parser-message') {
    return `${start}. It couldn’t parse a response as JSON. That response was probably Xero’s plain-text ${status}`;
  }
  if (nested.certainty === 'certain' || nested.namesXero) return `${start}. Its body contains a ${status} from Xero`;
  if (nested.certainty === 'possible') return `${start}. Its body contains a ${status}, which may not be from Xero`;
  const verb = nested.foundIn === 'sentence' ? 'quotes' : 'contains';
  return `${start}. Its body ${verb} a ${status}, probably from Xero`;
}

/** The same for a response that no parser of the back end's could read, and that isn't known to be Xero's. */
export function describeUnreadable({ nested }: ParsedResponse): string | undefined {
  if (nested?.unreadable === undefined || nested.status !== undefined) return undefined;
  return unreadable[nested.unreadable];
}

const unreadable = {
  html: 'Your server got an HTML page where it expected JSON. The message doesn’t show where the page came from',
  text: 'Your server got text where it expected JSON. The message doesn’t show where the text came from',
  unknown: 'Your server couldn’t parse a response as JSON. The message doesn’t show what it received',
} as const;
