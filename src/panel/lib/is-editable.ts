// Whether an element takes typed text.

/** False in the editor of a body, which is read-only. */
export function isEditable(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement) || target.closest('.cm-content') !== null) return false;
  if (target instanceof HTMLInputElement) return !/^(?:button|checkbox|radio|range)$/.test(target.type);
  return target.isContentEditable || /^(?:TEXTAREA|SELECT)$/.test(target.tagName);
}
