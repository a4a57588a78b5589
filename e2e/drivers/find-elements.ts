// Finds elements in a document by steps such as "role button, name Save". Runs inside the page or the panel.

import type * as TestingLibrary from '@testing-library/dom';

export type Step =
  | { by: 'role'; role: string; name?: TextMatch; exact: boolean }
  | { by: 'text'; text: TextMatch }
  | { by: 'css'; selector: string }
  | { by: 'nth'; index: number };

/** A substring to match case-insensitively, or a regular expression, as JSON. */
export type TextMatch = string | { source: string; flags: string };

/** The elements that match all steps, in document order. Self-contained, since its source is sent to the document. */
export function findElements(document: Document, steps: Step[], library: typeof TestingLibrary): HTMLElement[] {
  const normalize = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();
  const matches = (text: string, expected: TextMatch, exact: boolean) => {
    if (typeof expected !== 'string') return new RegExp(expected.source, expected.flags).test(text);
    return exact ? text === normalize(expected) : text.toLowerCase().includes(normalize(expected).toLowerCase());
  };
  const byRole = (within: HTMLElement, { role, name, exact }: Step & { by: 'role' }) =>
    library.queryAllByRole(
      within,
      role,
      name === undefined ? {} : { name: (computed) => matches(normalize(computed), name, exact) },
    );
  const byText = (within: HTMLElement, text: TextMatch) => {
    const contains = (element: Element) => matches(normalize(element.textContent), text, false);
    const all = [...within.querySelectorAll<HTMLElement>(':not(script, style, head, head *)')];
    return all.filter((element) => contains(element) && ![...element.children].some(contains));
  };
  const applyStep = (found: HTMLElement[], step: Step): HTMLElement[] => {
    if (step.by === 'nth') return found.slice(step.index).slice(0, 1);
    return found.flatMap((element) => {
      if (step.by === 'role') return byRole(element, step);
      if (step.by === 'text') return byText(element, step.text);
      return [...element.querySelectorAll<HTMLElement>(step.selector)];
    });
  };
  return [...new Set(steps.reduce(applyStep, [document.documentElement]))];
}
