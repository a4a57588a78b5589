// Where the focus goes when what had it closes.

/** The list of exchanges; the tab of the view where there is none. */
export function focusList(): void {
  focusOn(() => find('[role=grid][aria-label=Exchanges]') ?? document.getElementById('view-tab-exchanges'));
}

/** The list, or the selected exchange where that takes the list's place, which is seen once it is drawn. */
export function focusListOrDetail(): void {
  focusList();
  requestAnimationFrame(() => {
    const { activeElement } = document;
    if (find('[role=grid][aria-label=Exchanges]')?.checkVisibility() !== false) return;
    if (activeElement?.closest('.detail') == null) focusDetail();
  });
}

/** The tab of the selected exchange that is open. */
export function focusDetail(): void {
  focusOn(() => find('.detail [role=tab][aria-selected=true]'));
}

/** The field that the list is filtered in. */
export function focusFilter(): void {
  focusOn(() => find('.filter-field input'));
}

/** The list of the reference. */
export function focusReferenceList(): void {
  focusOn(() => find('.entries[role=listbox]'));
}

/** What takes the place of what is about to go, once it is drawn: also what is no control, such as a row of a table. */
export function focusAfterRender(find: () => HTMLElement | null | undefined): void {
  requestAnimationFrame(() => {
    const next = find();
    if (next && next.tabIndex < 0) next.tabIndex = -1;
    next?.focus();
  });
}

/** At once, so that the next key finds it; what is not drawn yet, or hidden, is by the next frame. */
function focusOn(target: () => HTMLElement | null): void {
  const now = target();
  now?.focus();
  if (now === null || document.activeElement !== now) requestAnimationFrame(() => target()?.focus());
}

function find(selector: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(selector);
}
