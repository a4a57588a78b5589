// The commands above the list.

import { expect, test } from './fixtures.ts';
import { operationsShown, untilExchanges } from './panel-reader.ts';
import { call } from './sample-app.ts';

test('nothing is heard while it does not record', async ({ app, panel }) => {
  const record = panel.getByRole('button', { name: 'Record', exact: true });
  expect(await record.attribute('aria-pressed')).toBe('true');
  await record.click();
  await panel.getByText('not recording').waitFor();
  await call(app);
  await record.click();
  await call(app, { path: '/ProjectsUsers' });
  await untilExchanges(panel, 1);
  expect(await operationsShown(panel)).toEqual(['getProjectUsers']);
});
