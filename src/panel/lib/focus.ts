// Moves the focus when the focused element closes, and between the parts of the panel.

import type { View } from '../host/panel-host.ts';
import {
  detailId,
  exchangeListId,
  filterInputId,
  referenceListId,
  referencePageId,
  viewTabId,
} from './focus-targets.ts';

/** The list of exchanges, or the tab of its view while the list is empty. */
export function focusList(): void {
  focusOn(() => byId(exchangeListId) ?? byId(viewTabId('exchanges')));
}

/** The list, or the selected exchange if it hides the list, which is known only after the next render. */
export function focusListOrDetail(): void {
  focusList();
  requestAnimationFrame(() => {
    if (byId(exchangeListId)?.checkVisibility() !== false) return;
    if (!isFocusInDetail()) focusDetail();
  });
}

/** The open tab of the selected exchange. */
export function focusDetail(): void {
  focusOn(() => byId(detailId)?.querySelector<HTMLElement>('[role=tab][aria-selected=true]') ?? null);
}

export function isFocusInDetail(): boolean {
  return byId(detailId)?.contains(document.activeElement) ?? false;
}

export function focusFilter(): void {
  focusOn(() => byId(filterInputId));
}

export function focusReferenceList(): void {
  focusOn(() => byId(referenceListId));
}

/** The open entry, which is rendered by the next frame. */
export function focusReferencePage(): void {
  requestAnimationFrame(() => byId(referencePageId)?.focus());
}

export function focusViewTab(view: View): void {
  byId(viewTabId(view))?.focus();
}

/** The replacement for an element that is about to be removed. Makes it focusable if it isn't a control but, for example, a table row. */
export function focusAfterRender(find: () => HTMLElement | null | undefined): void {
  requestAnimationFrame(() => {
    const next = find();
    if (next && next.tabIndex < 0) next.tabIndex = -1;
    next?.focus();
  });
}

/** The first text field in `part` that is empty. */
export function focusEmptyField(part: HTMLElement | null): void {
  const fields = part?.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input[type=text], textarea') ?? [];
  [...fields].find(({ value }) => value === '')?.focus();
}

/** Immediately, so that the next key reaches the target; in the next frame if it isn't rendered or visible yet. */
function focusOn(target: () => HTMLElement | null): void {
  const element = target();
  element?.focus();
  if (element === null || document.activeElement !== element) requestAnimationFrame(() => target()?.focus());
}

function byId(id: string): HTMLElement | null {
  return document.getElementById(id);
}
