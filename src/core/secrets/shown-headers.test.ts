// Headers that the catalogue knows are shown, and each is listed once.

import { expect, test } from 'vitest';
import { headerRows } from '../../catalogue/headers.ts';
import { intermediaries } from '../../catalogue/intermediaries.ts';
import { rateLimits } from '../../catalogue/rate-limits.ts';
import { xeroFingerprints } from '../../catalogue/xero-fingerprints.ts';
import { diagnosisRows } from '../diagnose/diagnosis-rows.ts';
import { isSecretName } from './secret-names.ts';
import { isShownHeader, shownHeaders } from './shown-headers.ts';

const read: readonly string[] = [
  ...headerRows.map(({ name }) => name.toLowerCase()).filter((name) => name !== 'authorization'),
  ...intermediaries.flatMap(({ header }) => header?.[0] ?? []),
  ...rateLimits.flatMap(({ header }) => header ?? []),
  ...xeroFingerprints.flatMap(({ match }) => ('header' in match ? match.header : [])),
  ...diagnosisRows.flatMap(({ when }) => when.flatMap(({ header }) => header?.name ?? [])),
];

test.each([...new Set(read)])('%s, which the catalogue reads, is shown', (name) => {
  expect(isShownHeader(name)).toBe(true);
});

test('every header is listed once, in lower case, and none has the name of a secret', () => {
  const names = shownHeaders.flatMap(({ names }) => names);
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => name !== name.toLowerCase() || isSecretName(name))).toEqual([]);
});
