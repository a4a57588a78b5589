// Presses every button of the sample app, imports its HAR files, then prints the panel's explanation of each request.

import { readdir, readFile } from 'node:fs/promises';
import type { InspectedBrowser, InspectedPage, Page } from '../e2e/drivers/browser.ts';
import { waitFor } from '../e2e/drivers/wait-for.ts';

/** The panel's explanation of one exchange. */
interface ShownExchange {
  method: string;
  operation: string;
  status: string;
  title: string;
  diagnosis: string;
  retry: string;
  fields: string[];
}

/** Prints to the console, resets the fake Xero before each button and saves a screenshot. Throws if the panel doesn't respond. */
export async function runDemo(browser: InspectedBrowser, resetXero: () => void, screenshotPath: string): Promise<void> {
  const { page, panel } = browser;
  await pressButtons(page, resetXero);
  await waitUntilQuiet(panel);
  await importFiles(panel);
  const total = await waitUntilQuiet(panel);
  if (total === 0) throw new Error('the panel shows no requests');

  let hasScreenshot = false;
  let last = '';
  let times = 0;
  await panel.getByRole('grid', { name: 'Requests' }).locate('[role=row][data-diagnosis]').nth(0).click();
  for (let index = 1; index <= total; index++) {
    await panel.press(index === 1 ? 'Home' : 'ArrowDown');
    const explained = await waitFor(`request ${index} to be explained`, () => panel.evaluate(readSelected, index));
    const text = formatExchange(explained);
    times = text === last ? times + 1 : 1;
    if (times === 1) console.log(`\n${text}`);
    if (times === 2) console.log('  (repeated)');
    last = text;
    if (hasScreenshot || (explained.fields.length === 0 && index < total)) continue;
    await browser.screenshot(screenshotPath);
    hasScreenshot = true;
  }
  console.log(`\n${total} requests explained. Screenshot: ${screenshotPath}`);
}

async function pressButtons(page: InspectedPage, resetXero: () => void): Promise<void> {
  const buttons = page.getByRole('button');
  await buttons.nth(0).waitFor();
  const count = await buttons.count();
  for (let index = 0; index < count; index++) {
    const button = buttons.nth(index);
    const name = await button.text();
    resetXero();
    const before = await page.evaluate(readLog);
    await button.click();
    const lines = await waitFor(
      `a line in the page's log after "${name}"`,
      async () => {
        const now = await page.evaluate(readLog);
        return now.length > before.length ? now : undefined;
      },
      60_000,
    );
    console.log(`${name}: ${lines.at(-1)}`);
  }
}

/** Prints what the panel says about each of the sample app's HAR files. */
async function importFiles(panel: Page<Document>): Promise<void> {
  const folder = new URL('../e2e/app/', import.meta.url);
  for (const name of (await readdir(folder)).filter((each) => each.endsWith('.har'))) {
    await panel.locate('input[type=file]').chooseFile(name, await readFile(new URL(name, folder), 'utf8'));
    console.log(await waitFor(`the panel to import ${name}`, () => panel.evaluate(readNotice, name)));
  }
}

/** The number of exchanges once none has been added for three seconds: Firefox reports cancelled requests late. */
async function waitUntilQuiet(panel: Page<Document>): Promise<number> {
  let rows = -1;
  let since = Date.now();
  await waitFor('the panel to have captured everything', async () => {
    const now = Number(await panel.getByRole('grid', { name: 'Requests' }).attribute('aria-rowcount'));
    if (now !== rows) since = Date.now();
    rows = now;
    return Date.now() - since > 3_000;
  });
  return rows;
}

function formatExchange({ method, operation, status, title, diagnosis, retry, fields }: ShownExchange): string {
  const lines = [`${method} ${operation} ${status}: ${title} [${diagnosis}]`, retry, ...fields];
  return lines.join('\n  ');
}

// The functions below run in the page or the panel.

function readLog(window: Window): string[] {
  const log = window.document.querySelector('[role=log]');
  return [...(log?.children ?? [])].map((line) => line.textContent ?? '');
}

/** `null` until a notice names the file. */
function readNotice(document: Document, file: string): string | null {
  const notices = [...document.querySelectorAll('.notice')].map((notice) => notice.textContent?.trim() ?? '');
  return notices.find((text) => text.includes(file)) ?? null;
}

/** `null` while another row is selected or the explanation isn't rendered yet. */
function readSelected(document: Document, index: number): ShownExchange | null {
  const textOf = (element: Element | null | undefined) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
  const row = document.querySelector(`[role=row][aria-selected=true][aria-rowindex="${index}"]`);
  const region = document.querySelector<HTMLElement>('[aria-label=Explanation]');
  if (!row || region?.dataset.diagnosis !== row.getAttribute('data-diagnosis')) return null;
  const headers = [...document.querySelectorAll('[role=columnheader]')].map((header) => textOf(header));
  const cell = (name: string) => textOf(row.querySelectorAll('[role=gridcell]')[headers.indexOf(name)]);
  return {
    method: cell('Method'),
    operation: cell('Operation'),
    status: cell('Status'),
    title: textOf(region.querySelector('h1, h2, h3, [role=heading]')),
    diagnosis: region.dataset.diagnosis ?? '',
    retry: textOf(region.querySelector('[aria-label="Retry advice"] p')),
    fields: [...region.querySelectorAll('[aria-label="Field errors"] li')].map((item) =>
      [...item.children].map((part) => textOf(part)).join(' | '),
    ),
  };
}
