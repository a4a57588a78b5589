// Where the focus goes when what had it closes.

/** The list of exchanges, once it is drawn; the tab of the view where there is none. */
export function focusList(): void {
  requestAnimationFrame(() => {
    const list = document.querySelector<HTMLElement>('[role=grid][aria-label=Exchanges]');
    (list ?? document.getElementById('view-tab-exchanges'))?.focus();
  });
}

/** The tab of the selected exchange that is open, once it is drawn. */
export function focusDetail(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('.detail [role=tab][aria-selected=true]')?.focus());
}

/** The field that the list is filtered in, once it is drawn. */
export function focusFilter(): void {
  requestAnimationFrame(() => document.querySelector<HTMLInputElement>('.filter-field input')?.select());
}

/** The list of the reference, once it is drawn. */
export function focusEntries(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('.entries[role=listbox]')?.focus());
}
