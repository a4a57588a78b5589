// Generated and damaged exchanges through every pure function: no exception, and no broken value in any text.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Exchange } from '../../src/core/model/exchange.ts';
import { buildContext } from '../../src/core/report/context.ts';
import { anyExchange } from '../../src/testing/arbitraries/exchange.ts';
import { exchange } from '../../src/testing/exchange.ts';
import { samples } from '../../src/testing/fixtures/samples.ts';
import { BROKEN, textsAbout, withoutBrokenWords } from '../../src/testing/texts-about.ts';
import { type Random, randomFrom } from '../simulation/random.ts';
import { damage } from './damage.ts';
import { reportFigure, soakRuns } from './soak-scale.ts';

/** Several in one log, so that sequence rules have something to examine. */
const EXCHANGES_PER_LOG = 4;

test('a million generated exchanges have no broken text', () => {
  const logs = soakRuns(250_000, 50);
  let texts = 0;
  for (let seed = 0; seed < logs; seed++) {
    const log = fc.sample(anyExchange, { numRuns: EXCHANGES_PER_LOG, seed }).map(withoutBrokenWords);
    texts += expectSound(log, `seed ${seed}`);
  }
  reportFigure('Generated exchanges', `${logs * EXCHANGES_PER_LOG}, with ${texts} texts, none broken, no exception`);
}, 0);

test('a hundred thousand damaged recorded responses have no broken text', () => {
  const logs = soakRuns(25_000, 25);
  const random = randomFrom(1);
  let texts = 0;
  for (let i = 0; i < logs; i++) {
    const log = Array.from({ length: EXCHANGES_PER_LOG }, () => withoutBrokenWords(damagedSample(random)));
    texts += expectSound(log, `log ${i}`);
  }
  reportFigure(
    'Damaged recorded responses',
    `${logs * EXCHANGES_PER_LOG}, with ${texts} texts, none broken, no exception`,
  );
});

/** Returns the number of texts. */
function expectSound(log: readonly Exchange[], where: string): number {
  const exchanges = log.map((each, i) => ({ ...each, id: i + 1 }));
  const context = buildContext(exchanges);
  let count = 0;
  for (const each of exchanges) {
    const texts = textsAbout(each, context);
    count += texts.length;
    const broken = texts.filter(([, text]) => BROKEN.test(text));
    // Not for each text: the assertion itself takes longer than the functions.
    if (broken.length > 0) expect(broken, where).toEqual([]);
  }
  return count;
}

function damagedSample(random: Random): Exchange {
  const sample = samples[Math.floor(random() * samples.length)];
  if (sample === undefined) throw new Error('There are no samples.');
  const { method, path, status, headers, body } = sample;
  const damaged = (text: string) => (random() < 0.3 ? damage(text, random) : text);
  return exchange({
    method: method ?? 'GET',
    url: `https://api.xero.com${damaged(path ?? '/projects.xro/2.0/Projects')}`,
    status: random() < 0.2 ? Math.floor(random() * 1_000) : status,
    headers: Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), damaged(value)] as const),
    body: damage(body ?? '', random),
  });
}
