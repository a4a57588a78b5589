// Reads and operates the panel as a person does: by the roles and names of what it shows.

import type { Locator, Page } from './drivers/browser.ts';
import { expect } from './fixtures.ts';

export type PanelPage = Page<Document>;

export function grid(panel: PanelPage): Locator {
  return panel.getByRole('grid', { name: 'Exchanges' });
}

/** The row of this number, from 1: while many come, rows stand in the document in another order. */
export function exchangeRow(panel: PanelPage, number: number): Locator {
  return grid(panel).locate(`[role=row][data-diagnosis][aria-rowindex="${number}"]`);
}

/** Waits until the list has exactly `count` exchanges. */
export async function waitForExchanges(panel: PanelPage, count: number): Promise<void> {
  const message = `${count} exchanges in the list`;
  // Nearly every test waits for this, and Playwright's own second and third look are 100 and 350 ms after the first.
  await expect.poll(() => rowCount(panel), { message, intervals: [50] }).toBe(count);
}

/** 0 while the list is not there. */
export function rowCount(panel: PanelPage): Promise<number> {
  return panel.evaluate((document) => {
    const list = document.querySelector('[role=grid][aria-label=Exchanges]');
    return Number(list?.getAttribute('aria-rowcount') ?? 0);
  });
}

/** The operations and diagnoses of the rows in sight, from the top. */
export function visibleRows(
  panel: PanelPage,
): Promise<(readonly [operation: string | undefined, diagnosis: string | undefined])[]> {
  return panel.evaluate((document) =>
    [...document.querySelectorAll<HTMLElement>('[role=row][data-diagnosis]')]
      .sort((a, b) => Number(a.ariaRowIndex) - Number(b.ariaRowIndex))
      .map(({ dataset }) => [dataset.operation, dataset.diagnosis] as const),
  );
}

/** The operations of the rows in sight, from the top. */
export async function visibleOperations(panel: PanelPage): Promise<(string | undefined)[]> {
  return (await visibleRows(panel)).map(([operation]) => operation);
}

/** Empties the list. */
export async function clear(panel: PanelPage): Promise<void> {
  const empty = async () => {
    await panel.getByRole('button', { name: 'Clear', exact: true }).click();
    return rowCount(panel);
  };
  // What was under way may come yet, such as a page's icon.
  await expect.poll(empty).toBe(0);
}

/** The same without the mouse, for which a busy machine takes a third of a second: between the rows of a long table. */
export async function clearQuickly(panel: PanelPage): Promise<void> {
  const empty = async () => {
    await panel.evaluate((document) => document.querySelector<HTMLElement>('button[aria-label=Clear]')?.click());
    return rowCount(panel);
  };
  await expect.poll(empty, { intervals: [50] }).toBe(0);
}

/** Selects the last exchange of `count` and gives its explanation, once that is of the same diagnosis as the row. */
export async function explainLast(panel: PanelPage, count: number): Promise<Locator> {
  await waitForExchanges(panel, count);
  await exchangeRow(panel, count).click();
  // Its body comes after the rest, and moves what stands below.
  await panel.locate('[aria-label=Explanation][aria-busy=false]').waitFor();
  const region = panel.getByRole('region', { name: 'Explanation' });
  // The checks' code comes after the first picture, and what it adds moves what stands below.
  await region.getByRole('heading', { name: 'Checks' }).waitFor();
  return region;
}

/** Of a selected exchange: what the tests and the reports of people rely on. */
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

/** The role or kind of what has the focus, and its name. */
export function focused(panel: PanelPage): Promise<string> {
  return panel.evaluate((document) => {
    const { activeElement: element } = document;
    if (element === null || element === document.body) return 'nothing';
    const name = element.getAttribute('aria-label') ?? (element as HTMLElement).innerText;
    return `${element.getAttribute('role') ?? element.tagName.toLowerCase()} ${name.trim()}`;
  });
}
