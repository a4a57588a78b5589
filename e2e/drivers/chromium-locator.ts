// Finds and operates elements of one frame in Chromium, through Playwright's locators.

import type { Frame, Keyboard, Locator } from 'playwright';
import type { Part, Surface } from './browser.ts';
import { sourceOf } from './source-of.ts';

/** The surface over whatever frame `frame` gives at the time; `subject` is the expression its functions are handed. */
export function surfaceOf<S>(subject: 'document' | 'window', keyboard: Keyboard, frame: () => Frame): Surface<S> {
  return {
    ...partOf(() => frame().locator('html')),
    evaluate: (run, arg) => frame().evaluate(sourceOf(run, subject, arg)),
    press: (key) => keyboard.press(key),
  };
}

function partOf(locator: () => Locator): Part {
  const patience = { timeout: 10_000 };
  return {
    // Playwright types the roles one by one; an unknown one simply finds nothing.
    getByRole: (role, options) => partOf(() => locator().getByRole(role as 'button', options)),
    getByText: (text) => partOf(() => locator().getByText(text)),
    locate: (selector) => partOf(() => locator().locator(selector)),
    nth: (index) => partOf(() => locator().nth(index)),
    count: () => locator().count(),
    waitFor: () => locator().waitFor(patience),
    text: () => locator().evaluate(({ innerText }: HTMLElement) => innerText, undefined, patience),
    attribute: (name) => locator().getAttribute(name, patience),
    value: () => locator().inputValue(patience),
    click: () => locator().click(patience),
    doubleClick: () => locator().dblclick(patience),
    drag: async (x, y) => {
      const { mouse } = locator().page();
      await locator().hover(patience);
      const box = await locator().boundingBox(patience);
      if (box === null) throw new Error('What is to be dragged is not in sight.');
      await mouse.down();
      await mouse.move(box.x + box.width / 2 + x, box.y + box.height / 2 + y, { steps: 5 });
      await mouse.up();
    },
    fill: (text) => locator().fill(text, patience),
    chooseFile: (name, text) =>
      locator().setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) }, patience),
  };
}
