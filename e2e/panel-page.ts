// Reads and operates the panel as a user does, by roles and accessible names.

import type { Locator, Page } from './drivers/browser.ts';
import { expect } from './fixtures.ts';

export type PanelPage = Page<Document>;

export function grid(panel: PanelPage): Locator {
  return panel.getByRole('grid', { name: 'Requests' });
}

/** The row with this number, from 1. Rows are recycled, so their order in the document can differ. */
export function exchangeRow(panel: PanelPage, number: number): Locator {
  return grid(panel).locate(`[role=row][data-diagnosis][aria-rowindex="${number}"]`);
}

/** Waits until the list has exactly `count` exchanges. */
export async function waitForExchanges(panel: PanelPage, count: number): Promise<void> {
  const message = `${count} exchanges in the list`;
  // Nearly every test waits for this, and Playwright's default polling intervals are longer.
  await expect.poll(() => rowCount(panel), { message, intervals: [50] }).toBe(count);
}

/** 0 while there is no list. */
export function rowCount(panel: PanelPage): Promise<number> {
  return panel.evaluate((document) => {
    const list = document.querySelector('[role=grid][aria-label=Requests]');
    return Number(list?.getAttribute('aria-rowcount') ?? 0);
  });
}

/** The operations and diagnoses of the visible rows, from the top. */
export function visibleRows(
  panel: PanelPage,
): Promise<(readonly [operation: string | undefined, diagnosis: string | undefined])[]> {
  return panel.evaluate((document) =>
    [...document.querySelectorAll<HTMLElement>('[role=row][data-diagnosis]')]
      .sort((a, b) => Number(a.ariaRowIndex) - Number(b.ariaRowIndex))
      .map(({ dataset }) => [dataset.operation, dataset.diagnosis] as const),
  );
}

/** The operations of the visible rows, from the top. */
export async function visibleOperations(panel: PanelPage): Promise<(string | undefined)[]> {
  return (await visibleRows(panel)).map(([operation]) => operation);
}

/** Clears the list. */
export async function clear(panel: PanelPage): Promise<void> {
  const empty = async () => {
    await panel.getByRole('button', { name: 'Clear', exact: true }).click();
    return rowCount(panel);
  };
  // Requests in flight, such as for the page's icon, may still be added.
  await expect.poll(empty).toBe(0);
}

/** Empties the list without a real click, which can take a third of a second: for tests of many cases. */
export async function clearQuickly(panel: PanelPage): Promise<void> {
  const empty = async () => {
    await panel.evaluate((document) => document.querySelector<HTMLElement>('button[aria-label=Clear]')?.click());
    return rowCount(panel);
  };
  await expect.poll(empty, { intervals: [50] }).toBe(0);
}

/** Waits for `count` exchanges, selects the last one and returns its explanation when complete. */
export async function explainLast(panel: PanelPage, count: number): Promise<Locator> {
  await waitForExchanges(panel, count);
  await select(panel, count);
  return completeExplanation(panel);
}

/** Clicks the row until it is selected: what appears above the list moves it, sometimes just before the click. */
async function select(panel: PanelPage, number: number): Promise<void> {
  const isSelected = () =>
    panel.evaluate((document, number) => {
      const row = document.querySelector(`[role=row][data-diagnosis][aria-rowindex="${number}"]`);
      // In a narrow window the details replace the list.
      return row === null || row.ariaSelected === 'true';
    }, number);
  const wait = { message: `row ${number} is selected`, timeout: 2_000, intervals: [50] };
  await exchangeRow(panel, number).click();
  await expect
    .poll(isSelected, wait)
    .toBe(true)
    .catch(async () => {
      await exchangeRow(panel, number).click();
      await expect.poll(isSelected, wait).toBe(true);
    });
}

/** The body and the checks are there after the first render, and shift what is below. */
export async function completeExplanation(panel: PanelPage): Promise<Locator> {
  await panel.locate('[aria-label=Explanation][aria-busy=false]').waitFor();
  return panel.getByRole('region', { name: 'Explanation' });
}

/** The diagnosis and retry advice of the selected exchange, from its data attributes. */
export async function readOutcome(
  explanation: Locator,
): Promise<{ diagnosis: string | null; retry: string | null; seconds?: number }> {
  const advice = explanation.getByRole('region', { name: 'Retry advice' });
  const seconds = await advice.attribute('data-retry-after-seconds');
  return {
    diagnosis: await explanation.attribute('data-diagnosis'),
    retry: await advice.attribute('data-retry'),
    ...(seconds === null ? {} : { seconds: Number(seconds) }),
  };
}

/** The role or tag of the focused element, and its name. */
export function focused(panel: PanelPage): Promise<string> {
  return panel.evaluate((document) => {
    const { activeElement: element } = document;
    if (element === null || element === document.body) return 'nothing';
    const name = element.getAttribute('aria-label') ?? (element as HTMLElement).innerText;
    return `${element.getAttribute('role') ?? element.tagName.toLowerCase()} ${name.trim()}`;
  });
}
