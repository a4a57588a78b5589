// Whatever an exchange contains, no text about it shows a value that JavaScript failed to format.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildContext } from '../../core/report/context.ts';
import { formatSeconds } from '../../core/text/format-seconds.ts';
import { anyExchange } from '../../testing/arbitraries/exchange.ts';
import { fuzzRuns } from '../../testing/fuzz-runs.ts';
import { BROKEN, NOW_MS, textsAbout, withoutBrokenWords } from '../../testing/texts-about.ts';
import { formatBytes, formatCountdown, formatMs, formatTime } from './format.ts';

test('no text about an exchange shows NaN, Infinity, undefined or an object', () => {
  const property = fc.property(fc.array(anyExchange.map(withoutBrokenWords), { minLength: 1, maxLength: 4 }), (all) => {
    const exchanges = all.map((each, i) => ({ ...each, id: i + 1 }));
    const context = buildContext(exchanges);
    for (const exchange of exchanges) {
      const texts = textsAbout(exchange, context);
      expect(texts.filter(([, text]) => BROKEN.test(text))).toEqual([]);
    }
  });
  fc.assert(property, { numRuns: fuzzRuns(300) });
});

test.each<[string, (value: number) => string]>([
  ['a time', (value) => formatTime(value, NOW_MS)],
  ['a countdown', formatCountdown],
  ['seconds', formatSeconds],
  ['milliseconds', formatMs],
  ['bytes', formatBytes],
])('%s of any number is a text or a dash', (_, format) => {
  const property = fc.property(fc.double(), (value) => {
    expect(format(value)).not.toMatch(BROKEN);
  });
  fc.assert(property, { numRuns: fuzzRuns(300) });
});
