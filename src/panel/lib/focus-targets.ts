// Ids of the elements that get the focus from elsewhere. Components set them, so that renaming a label can't break focus.

import type { Tab, View } from '../host/panel-host.ts';

export const exchangeListId = 'exchange-list';
export const detailId = 'exchange-detail';
export const filterInputId = 'filter-input';
export const searchInputId = 'search-field';
export const referenceListId = 'reference-list';
export const referencePageId = 'reference-page';

export function viewTabId(view: View): string {
  return `view-tab-${view}`;
}

export function viewPanelId(view: View): string {
  return `view-${view}`;
}

export function detailTabId(tab: Tab): string {
  return `tab-${tab}`;
}
