// Compares the headers of two messages by name.

import { type Headers, UNAVAILABLE_VALUE } from '../model/exchange.ts';
import { type ComparedRow, createRow } from './comparison.ts';
import { type ExpectedHeader, expectedHeaders } from './expected-headers.ts';

/** In the order of the first message, then those only in the second. Omits Authorization, which `diffToken` compares. */
export function diffHeaders(a: Headers, b: Headers): ComparedRow[] {
  const [valuesA, valuesB] = [groupByName(a), groupByName(b)];
  const names = new Set([...valuesA.keys(), ...valuesB.keys()]);
  return [...names].map((name) => {
    const [x, y] = [valuesA.get(name), valuesB.get(name)];
    const rule = expected.get(name);
    const where = x !== undefined && y !== undefined ? 'both' : 'one';
    const isUnavailable = where === 'both' && (x === UNAVAILABLE_VALUE || y === UNAVAILABLE_VALUE);
    const reason = isUnavailable ? 'value unknown' : rule && (rule.in ?? where) === where ? rule.reason : undefined;
    return createRow(name, x, y, reason);
  });
}

const expected = new Map<string, ExpectedHeader>(
  expectedHeaders.flatMap((each) => each.names.map((name) => [name, each])),
);

/** Joins the values of a repeated header by commas, as HTTP defines. */
function groupByName(headers: Headers): Map<string, string> {
  const values = new Map<string, string[]>();
  for (const [name, value] of headers) {
    const key = name.toLowerCase();
    if (key === 'authorization') continue;
    const existing = values.get(key);
    if (existing) existing.push(value);
    else values.set(key, [value]);
  }
  return new Map([...values].map(([name, all]) => [name, all.join(', ')]));
}
