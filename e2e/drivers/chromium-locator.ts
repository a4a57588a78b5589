// Locators for one frame in Chromium, on top of Playwright's.

import type { Frame, Keyboard, Locator as PlaywrightLocator } from 'playwright';
import type { Locator, Page } from './browser.ts';
import { toSource } from './source-of.ts';

/** `frame` returns the current frame. `subject` is the expression passed to evaluated functions. */
export function createPage<S>(
  subject: 'document' | 'window',
  keyboard: Pick<Keyboard, 'press'>,
  frame: () => Frame,
): Page<S> {
  return {
    ...createLocator(() => frame().locator('html')),
    evaluate: (run, arg) => frame().evaluate(toSource(run, subject, arg)),
    press: (key) => keyboard.press(key),
  };
}

function createLocator(locator: () => PlaywrightLocator): Locator {
  const timeout = { timeout: 10_000 };
  return {
    // Playwright types the roles one by one; an unknown one finds nothing.
    getByRole: (role, options) => createLocator(() => locator().getByRole(role as 'button', options)),
    getByText: (text) => createLocator(() => locator().getByText(text)),
    locate: (selector) => createLocator(() => locator().locator(selector)),
    nth: (index) => createLocator(() => locator().nth(index)),
    count: () => locator().count(),
    waitFor: () => locator().waitFor(timeout),
    text: () => locator().evaluate(({ innerText }: HTMLElement) => innerText, undefined, timeout),
    attribute: (name) => locator().getAttribute(name, timeout),
    value: () => locator().inputValue(timeout),
    click: () => locator().click(timeout),
    doubleClick: () => locator().dblclick(timeout),
    drag: async (x, y) => {
      const { mouse } = locator().page();
      await locator().hover(timeout);
      const box = await locator().boundingBox(timeout);
      if (box === null) throw new Error('The element to drag is not visible.');
      await mouse.down();
      await mouse.move(box.x + box.width / 2 + x, box.y + box.height / 2 + y, { steps: 5 });
      await mouse.up();
    },
    fill: (text) => locator().fill(text, timeout),
    chooseFile: (name, text) =>
      locator().setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) }, timeout),
  };
}
