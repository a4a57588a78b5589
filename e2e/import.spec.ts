// Imports: HAR files that are chosen, dropped or pasted, and single responses.

import { createBigHar } from './bench/big-har.ts';
import { copyText } from './clipboard.ts';
import { expect, test } from './fixtures.ts';
import { grid, type PanelPage, waitForExchanges } from './panel-page.ts';
import { sendRequest } from './sample-app.ts';

test('adds a chosen HAR to the captured requests, and says first that the file is cut off', async ({ app, panel }) => {
  await sendRequest(app, { path: '/Projects' });
  await waitForExchanges(panel, 1);
  const entries = [entry('/ProjectsUsers', 200), entry('/Projects/1', 404), entry('https://cdn.example/a.js', 200)];
  // Truncated, as if the disk had been full.
  const text = har(entries).slice(0, -40);
  await panel.locate('input[type=file]').chooseFile('server.har', text);
  await waitForExchanges(panel, 3);
  await panel.getByText('server.har is cut off in the middle of entry 3. 2 requests imported.').waitFor();
  // The list was not empty, so the selection stays.
  expect(await panel.locate('[role=row][aria-selected=true]').count()).toBe(0);

  await panel.locate('input[type=file]').chooseFile('server.har', text);
  await panel.getByText('Nothing new. 2 requests were already in the list.').waitFor();
  await waitForExchanges(panel, 3);

  const complete = har([entry('/Projects/2', 200), entry('https://cdn.example/a.js', 200)]);
  await panel.locate('input[type=file]').chooseFile('whole.har', complete);
  await panel.getByText('whole.har: 1 request imported. Skipped 1 request to another host.').waitFor();
});

test('imports dropped files one after the other, and selects the first failure', async ({ panel }) => {
  const files = [
    { name: 'a.har', text: har([entry('/Projects', 200), entry('/Tasks', 404)]) },
    { name: 'page.har', text: '<html>' },
  ];
  await drag(panel, 'dragover', files);
  await panel.getByText('Drop HAR files to import them').waitFor();
  await drag(panel, 'drop', files);
  await waitForExchanges(panel, 2);
  await panel.getByText('2 files: 2 requests imported, 1 file couldn’t be read.').waitFor();
  expect(await panel.getByText('Drop HAR files to import them').count()).toBe(0);
  expect(await grid(panel).locate('[role=row][aria-selected=true]').text()).toContain('404');
});

test('reports fifty files dropped at once in one short notice, and keeps the list and the toolbar usable', async ({
  panel,
}) => {
  const files = Array.from({ length: 50 }, (_, i) => ({
    name: `${i} ${'long name '.repeat(i === 1 ? 100 : 1)}\u202e.har`,
    text: i < 12 ? har([entry(`/Projects/${i}`, 200)]) : '<html>',
  }));
  await drag(panel, 'drop', files);
  await waitForExchanges(panel, 12);
  const notice = panel.getByText('50 files: 12 requests imported, 38 files couldn’t be read.');
  await notice.waitFor();
  expect(await panel.getByRole('button', { name: 'Close notice' }).count()).toBe(1);
  await notice.click();
  await panel.getByText('Couldn’t import 12 long name \\u202e.har. This isn’t a HAR file. It’s HTML or XML.').waitFor();
  const layout = await panel.evaluate((document) => {
    const heightOf = (selector: string) => document.querySelector(selector)?.getBoundingClientRect().height ?? 0;
    const details = document.querySelector('.notices ul');
    const toolbar = document.querySelector('.toolbar')?.getBoundingClientRect();
    return {
      panel: document.documentElement.clientHeight,
      notices: heightOf('.notices'),
      list: heightOf('[role=grid]'),
      isToolbarVisible:
        toolbar !== undefined && toolbar.height > 0 && toolbar.bottom <= document.documentElement.clientHeight,
      detailsScroll: details !== null && details.scrollHeight > details.clientHeight,
      isWide: document.documentElement.scrollWidth > document.documentElement.clientWidth,
      longest: Math.max(
        ...[...document.querySelectorAll('.notices li')].map(({ textContent }) => textContent?.length ?? 0),
      ),
    };
  });
  expect(layout).toMatchObject({ isToolbarVisible: true, detailsScroll: true, isWide: false });
  expect(layout.notices).toBeLessThan(layout.panel / 3);
  expect(layout.list).toBeGreaterThan(layout.panel / 3);
  expect(layout.longest).toBeLessThan(150);
  await panel.getByRole('button', { name: 'Close notice' }).click();
  await panel.getByRole('button', { name: 'Clear', exact: true }).click();
  await waitForExchanges(panel, 0);
});

test('reports cancelling several files in one notice', async ({ panel }) => {
  const [entry] = JSON.parse(createBigHar(1).text).log.entries;
  await panel.evaluate(
    (document, { entry }) => {
      const transfer = new DataTransfer();
      const text = `{"log":{"entries":[${Array(10_000).fill(entry).join(',')}]}}`;
      for (let i = 0; i < 50; i++) transfer.items.add(new File([i === 0 ? text : '{}'], `${i}.har`));
      const observer = new MutationObserver(() => {
        const cancel = [...document.querySelectorAll('button')].find(({ innerText }) => innerText === 'Cancel');
        if (cancel === undefined) return;
        observer.disconnect();
        cancel.click();
      });
      observer.observe(document, { subtree: true, childList: true });
      document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: transfer }));
    },
    { entry: JSON.stringify(entry) },
  );
  await panel.getByText('50 files: 0 requests imported, 50 files cancelled.').waitFor();
  expect(await panel.getByRole('button', { name: 'Close notice' }).count()).toBe(1);
  expect(await panel.getByRole('progressbar').count()).toBe(0);
  await waitForExchanges(panel, 0);
});

test('shows the progress of a long import and can cancel it', async ({ panel }) => {
  const [entry] = JSON.parse(createBigHar(1).text).log.entries;
  // Created in the panel, to avoid sending that much text there.
  await panel.evaluate(
    (document, { entry }) => {
      const file = new File([`{"log":{"entries":[${Array(10_000).fill(entry).join(',')}]}}`], 'long.har');
      const transfer = new DataTransfer();
      transfer.items.add(file);
      const input = document.querySelector('input[type=file]') as HTMLInputElement;
      input.files = transfer.files;
      // Cancels as soon as there is progress: on a fast machine the import would be over before a real click.
      const observer = new MutationObserver(() => {
        const bar = document.querySelector('[role=progressbar][aria-valuenow]');
        if (bar === null || Number(bar.getAttribute('aria-valuenow')) === 0) return;
        observer.disconnect();
        document.body.dataset.seen = `${bar.getAttribute('aria-label')}: ${bar.getAttribute('aria-valuenow')}`;
        [...document.querySelectorAll('button')].find(({ innerText }) => innerText === 'Cancel')?.click();
      });
      observer.observe(document, { subtree: true, childList: true, attributes: true });
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    { entry: JSON.stringify(entry) },
  );
  await panel.getByText('long.har: cancelled. Nothing was imported.').waitFor();
  expect(await panel.evaluate((document) => document.body.dataset.seen)).toMatch(/^Reading long\.har: [1-9]\d?$/);
  expect(await panel.getByRole('progressbar').count()).toBe(0);
});

test('explains curl output pasted with Ctrl+V', async ({ panel }) => {
  await copyText(panel, 'HTTP/2 429 \nretry-after: 22\nx-rate-limit-problem: minute\n\n');
  await panel.press('ControlOrMeta+V');
  await waitForExchanges(panel, 1);
  const explanation = panel.getByRole('region', { name: 'Explanation' });
  await explanation.getByText('Minute limit reached').waitFor();
  await panel.getByText('Its request is unknown, so it wasn’t checked.').waitFor();
});

test('shows pasted text that is neither HAR nor response for review, and keeps it across docking', async ({
  panel,
  inspected,
}) => {
  await copyText(panel, 'The service is offline for maintenance');
  await panel.press('ControlOrMeta+V');
  const field = panel.getByRole('textbox', { name: 'Response' });
  await expect.poll(() => field.value()).toBe('The service is offline for maintenance');
  await inspected.redock('bottom');
  await inspected.redock('window');
  expect(await field.value()).toBe('The service is offline for maintenance');
  await field.fill('{"message":"Project not found"}');
  await panel.getByRole('button', { name: 'Add to the list' }).click();
  await waitForExchanges(panel, 1);
  await panel.getByText('The text has no status').waitFor();
  expect(await panel.getByRole('dialog').count()).toBe(0);
});

let second = 0;

function entry(path: string, status: number) {
  return {
    startedDateTime: new Date(Date.UTC(2026, 10, 22, 9) + 1_000 * second++).toISOString(),
    time: 12,
    request: {
      method: 'GET',
      url: new URL(path, 'https://api.xero.com').href.replace('.com/', '.com/projects.xro/2.0/'),
      headers: [],
    },
    response: { status, statusText: '', headers: [], content: { size: 2, mimeType: 'application/json', text: '{}' } },
    timings: { send: 1, wait: 10, receive: 1 },
  };
}

function har(entries: readonly unknown[]): string {
  return JSON.stringify({ log: { version: '1.2', entries } });
}

/** Simulates dragging files over the panel or dropping them: no browser lets a script drag real files. */
function drag(panel: PanelPage, type: string, files: readonly { name: string; text: string }[]): Promise<void> {
  return panel.evaluate(
    (document, { type, files }) => {
      const transfer = new DataTransfer();
      for (const { name, text } of files) transfer.items.add(new File([text], name));
      document.body.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: transfer }));
    },
    { type, files },
  );
}
