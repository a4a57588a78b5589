// Bodies of any size in the panel: formatting, marks, search and navigation.

import type { InspectedPage } from './drivers/browser.ts';
import type { HttpResponse } from './fake-xero/http/http-messages.ts';
import { expect, test } from './fixtures.ts';
import { explainLast, type PanelPage } from './panel-page.ts';
import { press, sendRequest } from './sample-app.ts';

/** The selected text, and the label of the focused element. */
function selection(panel: PanelPage): Promise<{ text: string; focus: string | null }> {
  return panel.evaluate((document) => ({
    text: String(document.getSelection()),
    focus: document.activeElement?.getAttribute('aria-label') ?? null,
  }));
}

/** Makes a request and opens its response. */
async function openResponse(app: InspectedPage, panel: PanelPage): Promise<void> {
  await sendRequest(app);
  await explainLast(panel, 1);
  await panel.getByRole('tab', { name: 'Response' }).click();
  await panel.getByRole('textbox', { name: 'Response body' }).waitFor();
}

function ok(body: string, type = 'application/json'): HttpResponse {
  return { status: 200, headers: [['Content-Type', type]], body };
}

test('marks faulty fields in the request body, with Xero’s messages', async ({ app, panel }) => {
  await press(app, 'Create a task with two errors');
  await explainLast(panel, 1);
  await panel.getByRole('tab', { name: 'Request', exact: true }).click();
  const body = panel.getByRole('textbox', { name: 'Request body' });
  const notes = body.getByRole('note');
  await expect.poll(() => notes.count()).toBe(2);
  expect(await notes.nth(0).text()).toMatch(/^The Task Name cannot be empty/);
  expect(await notes.nth(1).text()).toMatch(/^The EstimateMinutes must be greater than 0/);
  expect(await underlinedTexts(panel)).toEqual(['"name": ""', '"estimateMinutes": 0']);
});

function underlinedTexts(panel: PanelPage): Promise<string[]> {
  return panel.evaluate((document) =>
    [...document.querySelectorAll('.cm-lintRange-error')].map((range) => range.textContent ?? ''),
  );
}

test('keeps a field’s whole message visible in a narrow window', async ({ app, panel, inspected }) => {
  await press(app, 'Create a task with two errors');
  await explainLast(panel, 1);
  await panel.getByRole('tab', { name: 'Request', exact: true }).click();
  try {
    await inspected.resize(400, 900);
    const areVisible = () =>
      panel.evaluate((document) =>
        [...document.querySelectorAll('[role=note] span')].map(
          (span) => span.getBoundingClientRect().right <= document.documentElement.clientWidth,
        ),
      );
    await expect.poll(areVisible).toEqual([true, true, true, true]);
  } finally {
    await inspected.resize(1440, 1000);
  }
});

test('jumps from a field error to the field in the request body', async ({ app, panel }) => {
  await press(app, 'Create a task with two errors');
  await explainLast(panel, 1);
  const errors = panel.getByRole('list', { name: 'Field errors' });
  await errors.getByRole('button', { name: '/estimateMinutes', exact: true }).click();
  await expect.poll(() => selection(panel)).toEqual({ text: '"estimateMinutes": 0', focus: 'Request body' });

  await panel.getByRole('tab', { name: 'Explanation' }).click();
  await errors.getByRole('button', { name: '/name', exact: true }).click();
  await expect.poll(() => selection(panel)).toEqual({ text: '"name": ""', focus: 'Request body' });
});

test('does not focus a body opened by its tab, and lets Tab leave it', async ({ app, panel }) => {
  await openResponse(app, panel);
  const focus = async () => (await selection(panel)).focus;
  expect(await focus()).not.toBe('Response body');
  await panel.getByText('"pagination"').click();
  await expect.poll(focus).toBe('Response body');
  await panel.press('Tab');
  await expect.poll(focus).not.toBe('Response body');
});

test('formats, virtualizes and searches a long body', async ({ app, panel, xero }) => {
  const items = Array.from({ length: 20_000 }, (_, number) => ({ number, name: `Project ${number}` }));
  xero.control.next(ok(JSON.stringify({ items })));
  await openResponse(app, panel);
  const body = panel.getByRole('textbox', { name: 'Response body' });
  expect(await body.text()).toContain('"name": "Project 0"');
  const elements = () => panel.evaluate((document) => document.querySelectorAll('#view-exchanges *').length);
  expect(await elements()).toBeLessThan(1_000);

  await panel.getByText('"Project 0"').click();
  await panel.press('Control+f');
  const field = panel.getByRole('textbox', { name: 'Find in the body' });
  await field.fill('project 1999');
  const status = panel.getByRole('search').getByRole('status');
  await expect.poll(() => status.text()).toBe('1 of 11');
  expect(await body.text()).toContain('"name": "Project 1999"');
  for (const [key, place] of [
    ['Enter', '2 of 11'],
    ['Shift+Enter', '1 of 11'],
    ['Shift+Enter', '11 of 11'],
  ] as const) {
    await panel.press(key);
    await expect.poll(() => status.text()).toBe(place);
  }
  await expect.poll(() => body.text()).toContain('"name": "Project 19999"');
  await field.fill('not there');
  await expect.poll(() => status.text()).toBe('No matches');
  await panel.getByRole('button', { name: 'Close search' }).click();
  await expect.poll(async () => (await selection(panel)).focus).toBe('Response body');
});

test('shows a body that is not JSON unchanged', async ({ app, panel, xero }) => {
  xero.control.next(ok('<html>\n  <b>No & nothing</b>\n</html>', 'text/html'));
  await openResponse(app, panel);
  expect((await panel.getByRole('textbox', { name: 'Response body' }).text()).split('\n')).toEqual([
    '<html>',
    '  <b>No & nothing</b>',
    '</html>',
  ]);
});

test('shows a short body at its full height, with the headers below it', async ({ app, panel, xero }) => {
  xero.control.next(ok('{"items":[]}'));
  await openResponse(app, panel);
  await panel.getByRole('region', { name: 'Response' }).getByText('Response headers').waitFor();
  const gap = await panel.evaluate((document) => {
    const lines = document.querySelectorAll('.cm-line');
    const headers = document.querySelector('.headers') as Element;
    const last = lines[lines.length - 1] as Element;
    return headers.getBoundingClientRect().top - last.getBoundingClientRect().bottom;
  });
  expect(gap).toBeGreaterThanOrEqual(0);
  expect(gap).toBeLessThan(10);
});

test('has an editor that respects the extension’s content security policy', async ({ app, panel, xero }) => {
  await panel.evaluate((document) => {
    const view = document.defaultView as unknown as { violations: string[] };
    view.violations = [];
    document.addEventListener('securitypolicyviolation', (event) => view.violations.push(event.violatedDirective));
  });
  xero.control.next({
    ...ok('{"message":"No","modelState":{"model.Name":["No"]}}'),
    status: 400,
  });
  await sendRequest(app, { method: 'POST', options: { body: { name: '' } } });
  await explainLast(panel, 1);
  await panel.getByRole('list', { name: 'Field errors' }).getByRole('button', { name: '/name', exact: true }).click();
  await panel.getByRole('note').nth(0).waitFor();
  await panel.press('Control+f');
  await panel.getByRole('textbox', { name: 'Find in the body' }).waitFor();
  const found = await panel.evaluate((document) => ({
    violations: (document.defaultView as unknown as { violations: string[] }).violations,
    elements: document.querySelectorAll('style').length,
  }));
  expect(found).toEqual({ violations: [], elements: 0 });
});
