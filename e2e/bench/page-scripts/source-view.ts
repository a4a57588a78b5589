// Opens a body in the panel. The function runs in the panel and can't use its closure.

/** Opens the response of the last exchange. Resolves with the time to render it, in ms, once the panel is idle again. */
export function openBody(panel: Window): Promise<number> {
  const { document, performance } = panel;
  const click = (selector: string) => {
    const all = document.querySelectorAll<HTMLElement>(selector);
    const last = all[all.length - 1];
    if (last === undefined) throw new Error(`The panel has no ${selector}.`);
    last.click();
  };
  const restMs = 1500;
  return new Promise((resolve) => {
    const begin = () => {
      const beginMs = performance.now();
      click('#tab-response');
      const poll = () => {
        if (document.querySelector('[aria-label="Response body"]')?.textContent) {
          const shownMs = performance.now() - beginMs;
          panel.setTimeout(() => resolve(shownMs), restMs);
        } else panel.requestAnimationFrame(poll);
      };
      poll();
    };
    click('[role=row][data-diagnosis]');
    panel.requestAnimationFrame(() => panel.requestAnimationFrame(begin));
  });
}
