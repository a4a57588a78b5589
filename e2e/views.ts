// Every view of the panel, for checks that apply to all of them.

import type { View } from '../src/panel/host/panel-host.ts';
import type { ViewTitle } from '../src/panel/shell/views.ts';
import type { InspectedPage } from './drivers/browser.ts';
import { completeExplanation, exchangeRow, type PanelPage, rowCount, waitForExchanges } from './panel-page.ts';
import { openSampleApp, press, sendRequest } from './sample-app.ts';

interface ViewRow {
  readonly name: string;
  /** Starts at the list of four requests with none selected; resolves when the view is complete. */
  open(panel: PanelPage): Promise<void>;
  /** Reverts changes that remain when the next view opens. */
  close?(panel: PanelPage): Promise<void>;
}

interface TabRow<Id extends View> {
  readonly title: ViewTitle<Id>;
  readonly views: readonly [ViewRow, ...ViewRow[]];
}

/** The views of each tab, which is shown when `open` is called. */
const viewsByTab: { readonly [Id in View]: TabRow<Id> } = {
  exchanges: {
    title: 'Requests',
    views: [
      { name: 'the list', open: async () => {} },
      { name: 'the explanation of a failure', open: (panel) => openTab(panel, 'Explanation') },
      {
        name: 'the request, with marks',
        async open(panel) {
          await openTab(panel, 'Request');
          await panel.locate('.cm-editor .note').nth(0).waitFor();
        },
      },
      {
        name: 'the search in a body',
        async open(panel) {
          await openTab(panel, 'Response');
          await panel.locate('.cm-editor').waitFor();
          await panel.getByRole('button', { name: 'Search in the body', exact: true }).click();
          await panel.getByRole('textbox', { name: 'Find in the body' }).waitFor();
        },
      },
      { name: 'retries', open: (panel) => openTab(panel, 'Retries') },
      {
        name: 'the client to copy',
        async open(panel) {
          await openTab(panel, 'Explanation');
          await panel.getByText('Retry code').click();
          await panel.getByRole('region', { name: 'Retry code' }).waitFor();
        },
        // Sections stay open.
        close: (panel) => panel.getByText('Retry code').click(),
      },
      {
        name: 'a comparison, bodies side by side',
        async open(panel) {
          await openTab(panel, 'Explanation');
          await panel.evaluate((document) => {
            const view = document.defaultView as Window & typeof globalThis;
            const other = document.querySelector('[role=row][data-diagnosis=success]');
            other?.dispatchEvent(new view.MouseEvent('click', { ctrlKey: true, bubbles: true }));
          });
          await panel.getByRole('group', { name: 'Differences' }).waitFor();
        },
      },
      {
        name: 'the menu of copies',
        async open(panel) {
          await openTab(panel, 'Explanation');
          await panel.getByRole('button', { name: 'Copy', exact: true }).click();
          await panel.getByRole('menuitem', { name: 'Copy as cURL (bash)' }).waitFor();
        },
        close: (panel) => panel.getByRole('tab', { name: 'Explanation', exact: true }).click(),
      },
      {
        name: 'the menu of columns',
        async open(panel) {
          await panel.getByRole('button', { name: 'Columns', exact: true }).click();
          await panel.getByRole('menuitemcheckbox', { name: 'Method' }).waitFor();
        },
        close: (panel) => panel.getByRole('combobox', { name: 'Filter' }).click(),
      },
      {
        name: 'the search in all requests',
        async open(panel) {
          await panel.getByRole('button', { name: 'Search', exact: true }).click();
          await panel.getByRole('textbox', { name: 'Search all requests' }).fill('name');
          await panel.getByRole('listbox', { name: 'Matches' }).waitFor();
        },
        close: (panel) => panel.getByRole('button', { name: 'Close search' }).click(),
      },
      {
        name: 'a notice',
        async open(panel) {
          await panel.locate('input[type=file]').chooseFile('no.har', '{}');
          await panel.getByRole('button', { name: 'Close notice' }).waitFor();
        },
        close: (panel) => panel.getByRole('button', { name: 'Close notice' }).click(),
      },
      ...(['Export', 'Settings', 'Paste a response'] as const).map(
        (name): ViewRow => ({
          name: `the dialog ${name}`,
          async open(panel) {
            await panel.getByRole('button', { name, exact: true }).click();
            await panel.getByRole('dialog', { name }).waitFor();
          },
          close: closeDialog,
        }),
      ),
      {
        name: 'why a request is not listed',
        async open(panel) {
          await panel.getByRole('button', { name: 'Why isn’t my request listed?' }).click();
          await panel.getByRole('dialog', { name: 'Why isn’t my request listed?' }).waitFor();
        },
        close: closeDialog,
      },
      {
        name: 'what the filter offers and cannot read',
        async open(panel) {
          const field = panel.getByRole('combobox', { name: 'Filter' });
          await field.fill('status:9xx ');
          await field.click();
          await panel.getByRole('listbox', { name: 'Suggestions' }).waitFor();
        },
        close: (panel) => panel.getByRole('button', { name: 'Clear filter' }).click(),
      },
      {
        name: 'a list without a match',
        async open(panel) {
          await panel.getByRole('combobox', { name: 'Filter' }).fill('nothing-like-this');
          await panel.getByText('No requests match the filter.').waitFor();
        },
        close: (panel) => panel.getByRole('button', { name: 'Clear filter' }).click(),
      },
      {
        name: 'the keys',
        async open(panel) {
          await panel.getByRole('button', { name: 'Keyboard shortcuts', exact: true }).click();
          await panel
            .getByRole('dialog', { name: 'Keyboard shortcuts' })
            .getByRole('heading', { name: 'Anywhere' })
            .waitFor();
        },
        close: closeDialog,
      },
    ],
  },
  limits: {
    title: 'Limits',
    views: [
      {
        name: 'the limits',
        async open(panel) {
          await panel.locate('canvas').nth(0).waitFor();
          await panel.getByText('Show as table').nth(0).click();
        },
        close: (panel) => panel.getByText('Show as table').nth(0).click(),
      },
    ],
  },
  reference: {
    title: 'Reference',
    views: [
      {
        name: 'the reference',
        async open(panel) {
          await panel.getByRole('searchbox', { name: 'Search the reference' }).fill('task');
        },
      },
      {
        name: 'an entry of the reference',
        async open(panel) {
          await panel.getByRole('searchbox', { name: 'Search the reference' }).fill('createTask');
          await panel.getByRole('option', { name: 'POST createTask' }).click();
          await panel.getByRole('region', { name: 'Reference entry' }).waitFor();
        },
        async close(panel) {
          await panel.getByRole('button', { name: /Close the entry|Back to the list/ }).click();
          await panel.getByRole('searchbox', { name: 'Search the reference' }).fill('');
        },
      },
    ],
  },
};

function closeDialog(panel: PanelPage): Promise<void> {
  return panel.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).click();
}

/** Sends a success, a request that fails twice, and one with two faulty fields, in this order. */
export async function makeTraffic(app: InspectedPage, panel: PanelPage): Promise<void> {
  await openSampleApp(app);
  await sendRequest(app);
  const wrongTenant = { path: '/ProjectsUsers', options: { headers: { 'Xero-Tenant-Id': 'wrong' } } };
  await sendRequest(app, wrongTenant);
  await sendRequest(app, wrongTenant);
  await press(app, 'Create a task with two errors');
  await waitForExchanges(panel, 4);
}

/** Opens each view for which `isWanted` is true, and calls `visit` with its name. */
export async function visitViews(
  panel: PanelPage,
  visit: (name: string) => Promise<void>,
  isWanted: (name: string) => boolean = () => true,
): Promise<void> {
  for (const { title, views } of Object.values(viewsByTab)) {
    for (const { name, open, close } of views) {
      if (!isWanted(name)) continue;
      await openList(panel);
      await openPanelTab(panel, title);
      await open(panel);
      await visit(name);
      await close?.(panel);
    }
  }
  await openList(panel);
}

async function openList(panel: PanelPage): Promise<void> {
  await openPanelTab(panel, viewsByTab.exchanges.title);
  const close = panel.getByRole('button', { name: /Close details|Back to the list/ });
  if (await close.count()) await close.click();
}

function openPanelTab(panel: PanelPage, title: string): Promise<void> {
  return panel.getByRole('tab', { name: title, exact: true }).click();
}

/** Opens a tab of the request with the faulty fields; for attempts, of the repeated request. */
async function openTab(panel: PanelPage, name: string): Promise<void> {
  await exchangeRow(panel, name === 'Retries' ? 3 : await rowCount(panel)).click();
  await panel.getByRole('tab', { name, exact: true }).click();
  const shown = panel.getByRole('region', { name, exact: true });
  await (name === 'Explanation' ? completeExplanation(panel) : shown.waitFor());
}
