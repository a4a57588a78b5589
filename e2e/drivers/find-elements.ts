// Finds elements in a document by steps such as "role button, named Save". Runs inside the page or the panel.

import type * as TestingLibrary from '@testing-library/dom';

export type Step =
  | { by: 'role'; role: string; name?: TextMatch; exact: boolean }
  | { by: 'text'; text: TextMatch }
  | { by: 'css'; selector: string }
  | { by: 'nth'; index: number };

/** A string to be contained in any case, or a regular expression, as JSON. */
export type TextMatch = string | { source: string; flags: string };

/** The elements that the steps lead to, in document order. Everything it uses is inside it: its source is sent there. */
export function findElements(document: Document, steps: Step[], library: typeof TestingLibrary): HTMLElement[] {
  const tidy = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();
  const matches = (text: string, words: TextMatch, exact: boolean) => {
    if (typeof words !== 'string') return new RegExp(words.source, words.flags).test(text);
    return exact ? text === tidy(words) : text.toLowerCase().includes(tidy(words).toLowerCase());
  };
  const byRole = (within: HTMLElement, { role, name, exact }: Step & { by: 'role' }) =>
    library.queryAllByRole(
      within,
      role,
      name === undefined ? {} : { name: (computed) => matches(tidy(computed), name, exact) },
    );
  const byText = (within: HTMLElement, text: TextMatch) => {
    const contains = (element: Element) => matches(tidy(element.textContent), text, false);
    const all = [...within.querySelectorAll<HTMLElement>(':not(script, style, head, head *)')];
    return all.filter((element) => contains(element) && ![...element.children].some(contains));
  };
  const take = (found: HTMLElement[], step: Step): HTMLElement[] => {
    if (step.by === 'nth') return found.slice(step.index).slice(0, 1);
    return found.flatMap((element) => {
      if (step.by === 'role') return byRole(element, step);
      if (step.by === 'text') return byText(element, step.text);
      return [...element.querySelectorAll<HTMLElement>(step.selector)];
    });
  };
  return [...new Set(steps.reduce(take, [document.documentElement]))];
}
