// Private requests through every output of the panel: no secret, and nothing of the redacted classes.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { redactionClasses } from '../../src/core/redact/classes.ts';
import { captureEntry, privateEntry } from '../../src/testing/arbitraries/private-exchange.ts';
import { outputsOf } from '../../src/testing/outputs-of.ts';
import { reportFigure, soakRuns } from './soak-scale.ts';

test('a hundred thousand private requests leave nothing private in any export, copy or report', async () => {
  const count = soakRuns(100_000, 30);
  let characters = 0;
  for (let seed = 0; seed < count; seed++) {
    const [generated] = fc.sample(privateEntry, { numRuns: 1, seed });
    if (generated === undefined) throw new Error('No request was generated.');
    const classes = redactionClasses.filter((_, index) => (seed >> index) % 2 === 0);
    const exchange = await captureEntry(generated);
    const out = outputsOf(exchange, classes);
    const captured = JSON.stringify(exchange).toLowerCase();
    characters += out.length;
    const people = classes.flatMap((each) => generated.people[each]);
    const leaks = [
      ...[...generated.secrets, ...people].filter((each) => out.includes(each.toLowerCase())),
      ...generated.secrets.filter((each) => captured.includes(each.toLowerCase())),
    ];
    if (leaks.length > 0) expect(leaks, `seed ${seed}`).toEqual([]);
  }
  reportFigure(
    'Private requests',
    `${count}, with ${Math.round(characters / 1e6)} MB of output, 0 secrets, 0 values of chosen classes`,
  );
}, 0);
