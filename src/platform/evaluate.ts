// Evaluates code in the inspected page.

/** `chrome.devtools.inspectedWindow`; Firefox has it under the same name. */
export interface InspectedWindow {
  eval(expression: string, callback: (value: unknown, problem: unknown) => void): void;
}

/** `value` is `undefined` if the browser can't evaluate in the page now. Always called, though perhaps late. */
export type Evaluate = (expression: string, callback: (value: unknown) => void) => void;

interface ExtensionWindow {
  readonly chrome?: { readonly devtools?: { readonly inspectedWindow?: InspectedWindow } };
}

const FRAME = '/extension/evaluate.html';
const TIMEOUT_MS = 5_000;

/**
 * After two loads in a row, Firefox 153 may evaluate in the first of the two pages until the next load: it returns `undefined` without a
 * problem, whatever the code. Each document of an extension has a connection of its own to the page, so a new frame finds the right one.
 */
export function createEvaluate(inspectedWindow: InspectedWindow, document: Document): Evaluate {
  let current = inspectedWindow;
  let frame: HTMLIFrameElement | undefined;
  let isRenewing = false;

  const renew = () => {
    if (isRenewing) return;
    isRenewing = true;
    const next = document.createElement('iframe');
    next.src = FRAME;
    next.onload = () => {
      isRenewing = false;
      const { chrome } = (next.contentWindow ?? {}) as unknown as ExtensionWindow;
      current = chrome?.devtools?.inspectedWindow ?? inspectedWindow;
      frame?.remove();
      frame = next;
    };
    document.documentElement.append(next);
  };

  return (expression, callback) => {
    let isCalled = false;
    const finish = (value: unknown) => {
      if (isCalled) return;
      isCalled = true;
      clearTimeout(timer);
      callback(value);
    };
    // A frame that was removed meanwhile doesn't call back.
    const timer = setTimeout(finish, TIMEOUT_MS, undefined);
    current.eval(expression, (value, problem) => {
      if (value === undefined && !problem) renew();
      finish(value);
    });
  };
}
