// The headers of two messages, matched by name.

import { type Headers, UNAVAILABLE_VALUE } from '../model/exchange.ts';
import { type ComparedRow, createRow } from './comparison.ts';
import { type ExpectedHeader, expectedHeaders } from './expected-headers.ts';

/** In the order of the first message, then what only the second one has. Authorization is left to the token. */
export function diffHeaders(a: Headers, b: Headers): ComparedRow[] {
  const [valuesA, valuesB] = [groupByName(a), groupByName(b)];
  const names = new Set([...valuesA.keys(), ...valuesB.keys()]);
  return [...names].map((name) => {
    const [x, y] = [valuesA.get(name), valuesB.get(name)];
    const known = expected.get(name);
    const where = x !== undefined && y !== undefined ? 'both' : 'one';
    const isUntold = where === 'both' && (x === UNAVAILABLE_VALUE || y === UNAVAILABLE_VALUE);
    const why = isUntold ? 'its value is not known' : known && (known.in ?? where) === where ? known.why : undefined;
    return createRow(name, x, y, why);
  });
}

const expected = new Map<string, ExpectedHeader>(
  expectedHeaders.flatMap((each) => each.names.map((name) => [name, each])),
);

/** The values of a header that was repeated joined, as HTTP defines it. */
function groupByName(headers: Headers): Map<string, string> {
  const values = new Map<string, string[]>();
  for (const [name, value] of headers) {
    const key = name.toLowerCase();
    if (key === 'authorization') continue;
    const known = values.get(key);
    if (known) known.push(value);
    else values.set(key, [value]);
  }
  return new Map([...values].map(([name, all]) => [name, all.join(', ')]));
}
