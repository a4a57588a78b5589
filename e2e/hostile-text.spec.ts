// Text from outside that reverses, hides or reorders other text: the panel's own words stay as they are.

import { expect, test } from './fixtures.ts';
import { completeExplanation, exchangeRow, type PanelPage, waitForExchanges } from './panel-page.ts';

/** Overrides, isolates, zero-width characters, a soft hyphen, a byte order mark and control characters, among right-to-left letters. */
const hostile = '\u05d0\u202e\u05d1\u2066\u200b\u00ad\ufeff\u001b\u0085\u2028\u05d2';

test('shows every invisible character, and lets no text reorder the words around it', async ({ panel }) => {
  test.setTimeout(90_000);
  await panel.locate('input[type=file]').chooseFile(`${hostile}.har`, hostileHar());
  await waitForExchanges(panel, 2);
  await panel.getByText('2 requests imported').waitFor();
  const check = async (view: string) => expect(await findUnsafeText(panel), view).toEqual([]);
  await check('the list and the notice');
  await exchangeRow(panel, 2).click();
  await completeExplanation(panel);
  await check('the explanation');
  for (const tab of ['Request', 'Response']) {
    await panel.getByRole('tab', { name: tab, exact: true }).click();
    await panel.locate('.cm-content').waitFor();
    await expect.poll(() => panel.locate('.cm-content').text()).toContain('\\u202e');
    await check(tab);
  }
  await panel.evaluate((document) => {
    const view = document.defaultView as Window & typeof globalThis;
    const other = document.querySelector('[role=row][aria-rowindex="1"]');
    other?.dispatchEvent(new view.MouseEvent('click', { ctrlKey: true, bubbles: true }));
  });
  await panel.getByRole('group', { name: 'Differences' }).waitFor();
  await check('the comparison');
  await panel.getByRole('button', { name: 'Search', exact: true }).click();
  await panel.getByRole('textbox', { name: 'Search all requests' }).fill('\u05d0');
  await panel.getByRole('listbox', { name: 'Matches' }).waitFor();
  await check('the search');
  await panel.getByRole('button', { name: 'Close search' }).click();
  await panel.getByRole('tab', { name: 'Limits', exact: true }).click();
  await panel.getByRole('tabpanel', { name: 'Limits' }).waitFor();
  await check('the limits');
  await panel.getByRole('tab', { name: 'Requests', exact: true }).click();
  await panel.getByRole('button', { name: 'Export', exact: true }).click();
  await panel.getByRole('dialog', { name: 'Export' }).waitFor();
  await check('the export');
  await panel.press('Escape');
});

test('leaves room for the list, however long the URL of the selected request is', async ({ panel }) => {
  const entry = JSON.parse(hostileHar()).log.entries[0];
  entry.request.url = `https://api.xero.com/projects.xro/2.0/Projects/${'a\u0300'.repeat(2_500)}`;
  await panel.locate('input[type=file]').chooseFile('long.har', JSON.stringify({ log: { entries: [entry] } }));
  await waitForExchanges(panel, 1);
  await exchangeRow(panel, 1).click();
  await completeExplanation(panel);
  const heights = await panel.evaluate((document) => {
    const heightOf = (selector: string) => document.querySelector(selector)?.getBoundingClientRect().height ?? 0;
    return { bar: heightOf('.status-bar'), panel: heightOf('body') };
  });
  expect(heights.bar).toBeGreaterThan(0);
  expect(heights.bar).toBeLessThan(heights.panel / 4);
});

/** Texts and attributes with invisible characters, and texts where right-to-left letters are among the panel's words. */
function findUnsafeText(panel: PanelPage): Promise<string[]> {
  return panel.evaluate((document) => {
    const invisible = /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, 4);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement as HTMLElement;
      const text = node.nodeValue ?? '';
      const where = `${parent.tagName.toLowerCase()}.${parent.className}: `;
      // CodeMirror's own zero-width characters surround a widget.
      if (parent.closest('textarea, .cm-editor')) continue;
      // An excerpt is from outside as a whole.
      const isExcerpt = parent.closest('.search-hit .excerpt') !== null;
      if (invisible.test(text)) found.push(`invisible in ${where}${JSON.stringify(text)}`);
      const style = document.defaultView?.getComputedStyle(parent);
      if (
        !isExcerpt &&
        /[\u0590-\u05ff]/.test(text) &&
        style?.unicodeBidi === 'normal' &&
        style.display.startsWith('inline')
      ) {
        found.push(`not isolated in ${where}${text}`);
      }
      const ownWords = text.replace(/\\u[0-9a-f]{4}/g, '').match(/[A-Za-z]{2,}.*?[\u0590-\u05ff].*[A-Za-z]{2,}/);
      if (ownWords && !isExcerpt) found.push(`among words in ${where}${text}`);
    }
    for (const element of document.body.querySelectorAll('*')) {
      for (const { name, value } of element.attributes) {
        if (/^(?:title|aria-|alt|placeholder|label)/.test(name) && invisible.test(value)) {
          found.push(`invisible in attribute ${name}: ${JSON.stringify(value)}`);
        }
      }
    }
    return found;
  });
}

function hostileHar(): string {
  const named = (name: string) => ({ name, value: hostile });
  const exchange = (status: number, seconds: number) => ({
    startedDateTime: new Date(Date.UTC(2026, 10, 22, 9, 0, seconds)).toISOString(),
    time: 12,
    request: {
      method: 'POST',
      url: `https://api.xero.com/projects.xro/2.0/Projects/${hostile}?${hostile}=${hostile}${seconds}`,
      headers: [
        named(hostile),
        named('Accept'),
        named('Xero-Tenant-Id'),
        named('Idempotency-Key'),
        { name: 'Authorization', value: `${hostile} ${hostile}` },
      ],
      postData: { mimeType: hostile, text: JSON.stringify({ [hostile]: hostile, name: hostile, status: hostile }) },
    },
    response: {
      status,
      statusText: hostile,
      headers: [named(`X-${hostile}`), named('Retry-After'), named('X-Rate-Limit-Problem'), named('Content-Type')],
      content: {
        mimeType: hostile,
        text: JSON.stringify({
          message: hostile,
          Detail: hostile,
          modelState: { [`model.${hostile}`]: [hostile], 'model.Name': [hostile] },
        }),
      },
    },
    timings: { send: 1, wait: 10, receive: 1 },
  });
  return JSON.stringify({ log: { version: '1.2', entries: [exchange(429, 1), exchange(400, 2)] } });
}
