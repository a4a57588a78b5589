// Compares the method, URL and query of two requests.

import { getOperation } from '../match/match-operation.ts';
import type { Exchange } from '../model/exchange.ts';
import { parseQuery } from '../model/query.ts';
import { MAX_URL_CHARS } from '../text/url.ts';
import { type ComparedRow, createRow } from './comparison.ts';

/** Compares ids in the path as separate rows, by parameter name. */
export function diffUrl(a: Exchange, b: Exchange): ComparedRow[] {
  const [one, other] = [parseUrl(a), parseUrl(b)];
  const ids = new Set([...one.ids.keys(), ...other.ids.keys()]);
  return [
    createRow('method', a.request.method, b.request.method),
    createRow('scheme', one.scheme, other.scheme),
    createRow('host', one.host, other.host),
    createRow('path', one.path, other.path),
    ...[...ids].map((name) => createRow(name, one.ids.get(name), other.ids.get(name))),
  ];
}

/** Compares parameters by name, in any order; repeated names are numbered. */
export function diffQuery(a: Exchange, b: Exchange): ComparedRow[] {
  const [one, other] = [numberRepeats(parseQuery(a.request.url)), numberRepeats(parseQuery(b.request.url))];
  const names = new Set([...one.keys(), ...other.keys()]);
  return [...names].map((name) => createRow(name, one.get(name), other.get(name)));
}

interface UrlParts {
  readonly scheme: string;
  readonly host: string;
  /** With ids replaced by their parameter names. */
  readonly path: string;
  readonly ids: ReadonlyMap<string, string>;
}

function parseUrl({ request, match }: Exchange): UrlParts {
  const text = request.url.slice(0, MAX_URL_CHARS);
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const pathname = url?.pathname ?? text.split(/[?#]/)[0] ?? '';
  const origin = { scheme: url?.protocol.slice(0, -1) ?? '', host: url?.host ?? '' };
  const template = match.operation && getOperation(match.operation).path.split('/').slice(1);
  const parts = pathname.split('/');
  // The number of segments before the API's path: the root or a proxy's path. Empty segments do not count.
  const before = parts.filter(Boolean).length - (template?.length ?? 0);
  if (template === undefined || before < 0) return { ...origin, path: pathname, ids: new Map() };
  const ids = new Map<string, string>();
  let at = -before;
  const named = parts.map((part) => {
    const expected = part === '' ? undefined : template[at++];
    if (!expected?.startsWith('{')) return part;
    ids.set(expected.slice(1, -1), part);
    return expected;
  });
  return { ...origin, path: named.join('/'), ids };
}

function numberRepeats(pairs: readonly (readonly [string, string])[]): Map<string, string> {
  const values = new Map<string, string>();
  const times = new Map<string, number>();
  for (const [name, value] of pairs) {
    const time = (times.get(name) ?? 0) + 1;
    times.set(name, time);
    values.set(time === 1 ? name : `${name} (${time})`, value);
  }
  return values;
}
