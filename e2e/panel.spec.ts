// The panel itself: that it opens in the real DevTools of both browsers.

import { expect, test } from './fixtures.ts';

test('opens as Xero Projects', async ({ panel }) => {
  expect(await panel.evaluate((document) => document.title)).toBe('Xero Projects');
});
