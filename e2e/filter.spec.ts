// The filter of the list: words, `key:value` terms, completions and chips.

import { expect, test } from './fixtures.ts';
import { type PanelPage, rowCount, waitForExchanges } from './panel-page.ts';
import { sendRequest } from './sample-app.ts';

/** Two reads and one rejected write. */
async function makeTraffic(app: Parameters<typeof sendRequest>[0], panel: PanelPage): Promise<void> {
  await sendRequest(app);
  await sendRequest(app, { path: '/ProjectsUsers' });
  await sendRequest(app, { method: 'POST', path: '/Projects', options: { body: { name: '' } } });
  await waitForExchanges(panel, 3);
}

function filterInput(panel: PanelPage) {
  return panel.getByRole('combobox', { name: 'Filter' });
}

test('keeps the exchanges that match the query', async ({ app, panel }) => {
  await makeTraffic(app, panel);
  for (const [query, count] of [
    ['status:4xx', 1],
    ['-method:POST', 2],
    ['op:getProject*', 2],
    ['diagnosis:validation-failed', 1],
    ['has:field-error', 1],
    ['users', 1],
    ['check:field-*', 1],
    ['status:4xx method:GET', 0],
  ] as const) {
    await filterInput(panel).fill(query);
    await expect.poll(() => rowCount(panel), query).toBe(count);
    await panel.getByText(`${count} of 3 requests`).waitFor();
  }
});

test('underlines an invalid term, says what is wrong with it, and ignores it', async ({ app, panel }) => {
  await makeTraffic(app, panel);
  await filterInput(panel).fill('getProjects status:9xx');
  await panel.getByText('Enter a status such as 404').waitFor();
  expect(await underlinedTexts(panel)).toEqual(['status:9xx']);
  expect(await rowCount(panel)).toBe(1);
  await filterInput(panel).fill('getProjects status:2xx');
  await expect.poll(() => underlinedTexts(panel)).toEqual([]);
});

test('keeps the problem visible beside the completions at 500 px, and marks its place in a long query', async ({
  app,
  panel,
  inspected,
}) => {
  await makeTraffic(app, panel);
  try {
    await inspected.resize(500, 900);
    await filterInput(panel).fill(`${'-method:DELETE '.repeat(5)}status:9xx`);
    await panel.press('Space');
    await panel.getByRole('option', { name: 'status:' }).waitFor();
    await expect.poll(() => isVisible(panel, '#filter-problems')).toBe(true);
    // The underline scrolls with the input, which is at its end.
    await expect.poll(() => isVisible(panel, '.filter-marks mark')).toBe(true);
  } finally {
    await inspected.resize(1440, 1000);
  }
});

function underlinedTexts(panel: PanelPage): Promise<string[]> {
  return panel.evaluate((document) =>
    [...document.querySelectorAll('.filter-marks mark')].map((mark) => mark.textContent ?? ''),
  );
}

/** Whether the centre of the element is visible, covered by nothing but the field. */
function isVisible(panel: PanelPage, selector: string): Promise<boolean> {
  return panel.evaluate((document, selector) => {
    const box = document.querySelector(selector)?.getBoundingClientRect();
    const hit = box && document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    return hit?.matches(`${selector}, ${selector} *, .filter-text > *`) ?? false;
  }, selector);
}

test('completes keys and values by the keyboard', async ({ app, panel }) => {
  await makeTraffic(app, panel);
  await filterInput(panel).click();
  await panel.getByRole('option', { name: 'status:' }).waitFor();
  await panel.press('ArrowDown');
  await panel.press('Enter');
  await panel.getByRole('option', { name: 'status:4xx' }).waitFor();
  await panel.press('ArrowDown');
  await panel.press('ArrowDown');
  await panel.press('Enter');
  await expect.poll(() => filterInput(panel).value()).toBe('status:4xx ');
  await waitForExchanges(panel, 1);
});

test('filters by the checks of a response, and completes their names', async ({ app, panel, xero }) => {
  xero.control.next({
    status: 200,
    headers: [['Content-Type', 'application/json']],
    body: JSON.stringify({ pagination: { page: 1, pageSize: 50, pageCount: 1, itemCount: 1 }, items: [{ name: 5 }] }),
  });
  await sendRequest(app);
  await sendRequest(app, { path: '/ProjectsUsers' });
  await waitForExchanges(panel, 2);
  await filterInput(panel).fill('check:response-field-t');
  await panel.getByRole('option', { name: 'check:response-field-type' }).click();
  await expect.poll(() => filterInput(panel).value()).toBe('check:response-field-type ');
  await panel.getByText('1 of 2 requests').waitFor();
});

test('filters by chips, and the clear button shows all again', async ({ app, panel }) => {
  await makeTraffic(app, panel);
  const errors = panel.getByRole('button', { name: 'Errors', exact: true });
  await errors.click();
  await waitForExchanges(panel, 1);
  expect(await errors.attribute('aria-pressed')).toBe('true');
  await panel.getByRole('button', { name: 'Clear filter' }).click();
  await waitForExchanges(panel, 3);
});

test('says that nothing matches, and offers to show all', async ({ app, panel }) => {
  await makeTraffic(app, panel);
  await filterInput(panel).fill('nothing-like-this');
  await panel.getByText('No requests match the filter.').waitFor();
  await panel.getByRole('button', { name: 'Show all' }).click();
  await waitForExchanges(panel, 3);
});

test('offers to search bodies for the words that match nothing, and keeps the other terms', async ({ app, panel }) => {
  await sendRequest(app, { method: 'POST', path: '/Projects', options: { body: { name: 'Attic' } } });
  await waitForExchanges(panel, 1);
  await filterInput(panel).fill('attic method:POST');
  await panel.getByRole('button', { name: 'Search bodies for “attic”' }).click();
  await panel.getByRole('listbox', { name: 'Matches' }).waitFor();
  expect(await panel.getByRole('textbox', { name: 'Search all requests' }).value()).toBe('attic');
  expect(await filterInput(panel).value()).toBe('method:POST');
  await waitForExchanges(panel, 1);
});
