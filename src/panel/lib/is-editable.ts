// Whether keys are text where they are pressed.

/** A body is only read: nothing is typed into its editor. */
export function isEditable(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement) || target.closest('.cm-content') !== null) return false;
  if (target instanceof HTMLInputElement) return !/^(?:button|checkbox|radio|range)$/.test(target.type);
  return target.isContentEditable || /^(?:TEXTAREA|SELECT)$/.test(target.tagName);
}
