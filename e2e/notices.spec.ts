// Notices at the top of the panel.

import { expect, test } from './fixtures.ts';
import { exchangeRow, type PanelPage, waitForExchanges } from './panel-page.ts';
import { sendRequest } from './sample-app.ts';

const closeButton = (panel: PanelPage) => panel.getByRole('button', { name: 'Close notice' });

test('closes a notice of success by itself, and leaves one of a failure', async ({ app, panel }) => {
  await speedUpTimers(panel);
  await panel.locate('input[type=file]').chooseFile('no.har', '{}');
  await panel.getByText('Couldn’t import no.har').waitFor();
  await sendRequest(app);
  await waitForExchanges(panel, 1);
  expect(await closeButton(panel).count()).toBe(1);
  // A notice under the pointer stays open.
  await exchangeRow(panel, 1).click();
  await panel.locate('input[type=file]').chooseFile('one.har', har());
  await waitForExchanges(panel, 2);
  await expect.poll(() => closeButton(panel).count()).toBe(0);
});

test('does not close a notice while it is in use', async ({ panel }) => {
  await panel.locate('input[type=file]').chooseFile('one.har', har());
  await closeButton(panel).waitFor();
  await exchangeRow(panel, 1).click();
  await panel.evaluate((document) => document.querySelector<HTMLElement>('.notice .tool')?.focus());
  await speedUpTimers(panel);
  // Restarts the timer, which then fires at once.
  await panel.evaluate((document) => document.querySelector('.notice')?.dispatchEvent(new Event('pointerleave')));
  const ends = () => panel.evaluate((document) => document.body.dataset.hurried ?? '0');
  await expect.poll(async () => Number(await ends())).toBeGreaterThan(3);
  expect(await closeButton(panel).count()).toBe(1);
  await panel.evaluate((document) => (document.activeElement as HTMLElement).blur());
  await expect.poll(() => closeButton(panel).count()).toBe(0);
});

/** Until the test ends, timers of some seconds run at once, and are counted. */
async function speedUpTimers(panel: PanelPage): Promise<void> {
  await panel.evaluate((document) => {
    const view = document.defaultView as Window & typeof globalThis;
    const { setTimeout } = view;
    document.body.dataset.hurried = '0';
    view.setTimeout = ((run: () => void, ms = 0) =>
      setTimeout.call(
        view,
        () => {
          if (ms >= 5_000) document.body.dataset.hurried = String(Number(document.body.dataset.hurried) + 1);
          run();
        },
        ms >= 5_000 ? 20 : ms,
      )) as typeof setTimeout;
    document.addEventListener('restore-timers', () => Object.assign(view, { setTimeout }), { once: true });
  });
}

test.afterEach(({ panel }) => panel.evaluate((document) => document.dispatchEvent(new Event('restore-timers'))));

function har(): string {
  const url = 'https://api.xero.com/projects.xro/2.0/Projects';
  const entry = {
    startedDateTime: '2026-11-22T09:00:00.000Z',
    time: 12,
    request: { method: 'GET', url, headers: [] },
    response: { status: 200, statusText: 'OK', headers: [], content: { mimeType: 'application/json', text: '{}' } },
  };
  return JSON.stringify({ log: { version: '1.2', creator: { name: 'test', version: '1' }, entries: [entry] } });
}
