// Locators for the page or the panel in Firefox, equivalent to Playwright's in Chromium.

import type { Locator, Page } from './browser.ts';
import { findElements, type Step, type TextMatch } from './find-elements.ts';
import { toAsciiJson, toSource } from './source-of.ts';
import { waitFor } from './wait-for.ts';

/** Access to a document in another process of Firefox. */
export interface DocumentRemote {
  /** The value of an expression in the document, which may use `TestingLibraryDom` if it `needsLibrary`. */
  evaluate(expression: string, needsLibrary: boolean): Promise<unknown>;
  /** Clicks at a position in the viewport, in CSS pixels. */
  click(x: number, y: number, times: 1 | 2): Promise<void>;
  drag(from: Point, to: Point): Promise<void>;
  press(key: string, modifiers: Record<string, boolean>): Promise<void>;
}

/** CSS pixels of the viewport. */
interface Point {
  readonly x: number;
  readonly y: number;
}

/** `subject` is the expression passed to evaluated functions. */
export function createPage<S>(subject: 'document' | 'window', remote: DocumentRemote): Page<S> {
  return {
    ...createLocator(remote, []),
    evaluate: async <R>(run: (...args: never[]) => unknown, arg?: unknown) =>
      (await remote.evaluate(toSource(run, subject, arg), false)) as R,
    press: (key) => {
      const names = key.split(/\+(?=.)/);
      const last = names.pop() ?? '';
      const modifiers = Object.fromEntries(names.map((name) => [modifierNames[name] ?? name, true]));
      return remote.press(keyName(last, modifiers.shiftKey ?? false), modifiers);
    },
  };
}

const modifierNames: Record<string, string> = {
  Alt: 'altKey',
  Control: 'ctrlKey',
  ControlOrMeta: 'accelKey',
  Meta: 'metaKey',
  Shift: 'shiftKey',
};

function keyName(key: string, shift: boolean): string {
  if (key === 'Space') return ' ';
  if (key.length > 1) return `KEY_${key}`;
  return shift ? key.toUpperCase() : key;
}

function createLocator(remote: DocumentRemote, steps: Step[]): Locator {
  const step = (next: Step) => createLocator(remote, [...steps, next]);
  const withAll = <R>(run: (found: HTMLElement[]) => R) =>
    remote.evaluate(`(${toSource(run, findExpression(steps))})`, true) as Promise<R>;
  /** Waits until exactly one element matches and `run` returns a truthy value for it; resolves with that value. */
  const withOne = async <A, R>(
    doing: string,
    run: (element: HTMLElement, arg: A) => R | Promise<R>,
    arg?: A,
  ): Promise<NonNullable<R>> => {
    const expression = `(async (found) => found.length === 1 ? {value: await ${toSource(run, 'found[0]', arg)}} : {count: found.length})(${findExpression(steps)})`;
    let last: { value?: R; count?: number } = {};
    const poll = async () => {
      last = (await remote.evaluate(expression, true)) as typeof last;
      return last.value;
    };
    return waitFor(`${steps.map(describe).join(', ')}: ${doing}`, poll).catch((error: Error) => {
      throw new Error(
        `${error.message} (${last.count === undefined ? 'there, but not ready' : `${last.count} found`})`,
      );
    });
  };
  return {
    getByRole: (role, { name, exact = false } = {}) =>
      step({ by: 'role', role, exact, ...(name === undefined ? {} : { name: toTextMatch(name) }) }),
    getByText: (text) => step({ by: 'text', text: toTextMatch(text) }),
    locate: (selector) => step({ by: 'css', selector }),
    nth: (index) => step({ by: 'nth', index }),
    count: () => withAll((found) => found.length),
    waitFor: async () => void (await withOne('to be visible', isShown)),
    text: async () => (await withOne('its text', ({ innerText }) => ({ text: innerText }))).text,
    attribute: async (name) =>
      (await withOne('an attribute', (element, name: string) => ({ value: element.getAttribute(name) }), name)).value,
    value: async () =>
      (await withOne('its value', (element) => ({ value: (element as HTMLInputElement).value }))).value,
    click: async () => {
      const { x, y } = await withOne('to be clicked', findClickPoint);
      await remote.click(x, y, 1);
    },
    doubleClick: async () => {
      const { x, y } = await withOne('to be clicked', findClickPoint);
      await remote.click(x, y, 2);
    },
    drag: async (x, y) => {
      const from = await withOne('to be dragged', findClickPoint);
      await remote.drag(from, { x: from.x + x, y: from.y + y });
    },
    fill: async (text) => void (await withOne('to be filled', fill, text)),
    chooseFile: async (name, text) => void (await withOne('to be given a file', chooseFile, { name, text })),
  };
}

function toTextMatch(text: string | RegExp): TextMatch {
  return typeof text === 'string' ? text : { source: text.source, flags: text.flags };
}

function findExpression(steps: Step[]): string {
  return `((__name) => (${findElements})(document, ${toAsciiJson(steps)}, TestingLibraryDom))((named) => named)`;
}

function describe(step: Step): string {
  const { by, ...rest } = step;
  return `${by} ${Object.values(rest)
    .filter((value) => value !== false)
    .map((value) => JSON.stringify(value))
    .join(' ')}`;
}

// The functions below run in the document.

function isShown(element: HTMLElement): boolean {
  return element.checkVisibility({ visibilityProperty: true });
}

/** `null` while the element moves: it would have left the point when the click arrives. */
async function findClickPoint(element: HTMLElement): Promise<Point | null> {
  element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  const before = element.getBoundingClientRect();
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const box = element.getBoundingClientRect();
  if (box.x !== before.x || box.y !== before.y) return null;
  const point = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const hit = document.elementFromPoint(point.x, point.y);
  const isEnabled = !element.matches(':disabled');
  return isEnabled && (element.contains(hit) || hit?.closest('label')?.control === element) ? point : null;
}

function fill(element: HTMLElement, text: string): boolean {
  (element as HTMLInputElement).focus();
  (element as HTMLInputElement).select();
  return text === '' ? document.execCommand('delete') || true : document.execCommand('insertText', false, text);
}

function chooseFile(element: HTMLElement, file: { name: string; text: string }): boolean {
  const transfer = new DataTransfer();
  transfer.items.add(new File([file.text], file.name, { type: 'application/json' }));
  (element as HTMLInputElement).files = transfer.files;
  element.dispatchEvent(new Event('input', { bubbles: true }));
  element.dispatchEvent(new Event('change', { bubbles: true }));
  return true;
}
