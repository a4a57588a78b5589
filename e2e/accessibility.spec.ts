// The accessibility of every view: axe-core's rules, narrow and zoomed windows, forced colours and reduced motion.

import { findViolations } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { makeTraffic, visitViews } from './views.ts';

// One test visits all views, because opening them takes longer than checking them.
test.describe.configure({ timeout: 120_000 });

test('has no axe-core violations in any view, in either theme', async ({ app, panel, inspected }) => {
  const found: string[] = [];
  const [tabs, visitedTabs] = [new Set<string>(), new Set<string>()];
  const checkView = async (view: string) => {
    for (const { name, isSelected } of await panel.evaluate(readTabs)) {
      tabs.add(name);
      if (isSelected) visitedTabs.add(name);
    }
    found.push(...(await findViolations(panel)).map((fault) => `light, ${view}: ${fault}`));
    await setTheme('dark');
    found.push(...(await findViolations(panel, 'colours')).map((fault) => `dark, ${view}: ${fault}`));
    await setTheme('light');
  };
  const setTheme = async (theme: 'light' | 'dark') => {
    await inspected.setTheme(theme);
    await expect.poll(() => panel.evaluate((document) => document.documentElement.dataset.theme)).toBe(theme);
  };
  await checkView('the empty panel');
  await makeTraffic(app, panel);
  await visitViews(panel, checkView);
  expect(found).toEqual([]);
  expect([...visitedTabs].sort(), 'A new tab needs a row in e2e/views.ts.').toEqual([...tabs].sort());
});

test('keeps every view reachable at 400 px, and still when reduced motion is preferred', async ({
  app,
  panel,
  inspected,
}) => {
  await makeTraffic(app, panel);
  const found: string[] = [];
  try {
    await inspected.setAccessibilityPrefs({ forcedColors: false, reducedMotion: true });
    await inspected.resize(400, 760);
    await expect.poll(() => panel.evaluate((document) => document.body.clientWidth)).toBeLessThan(401);
    await visitViews(panel, async (view) => {
      found.push(...(await panel.evaluate(findUnreachable)).map((each) => `${view}: unreachable: ${each}`));
      found.push(...(await panel.evaluate(findMoving)).map((each) => `${view}: moves: ${each}`));
    });
  } finally {
    await inspected.resize(1440, 1000);
    await inspected.setAccessibilityPrefs({ forcedColors: false, reducedMotion: false });
  }
  expect(found).toEqual([]);
});

test('keeps everything reachable at 200 % zoom', async ({ app, panel, inspected }) => {
  await makeTraffic(app, panel);
  const found: string[] = [];
  const ratio = () => panel.evaluate((document) => document.defaultView?.devicePixelRatio);
  const before = (await ratio()) ?? 1;
  try {
    await inspected.resize(1000, 1000);
    await inspected.zoom(2);
    await expect.poll(ratio).toBeCloseTo(before * 2, 1);
    await expect.poll(() => panel.evaluate((document) => document.body.clientWidth)).toBeLessThan(501);
    // One view of each kind.
    const kinds = /^(the list|the explanation|the request|the dialog|the limits|an entry)/;
    const checkView = async (view: string) => {
      found.push(...(await panel.evaluate(findUnreachable)).map((each) => `${view}: unreachable: ${each}`));
    };
    await visitViews(panel, checkView, (view) => kinds.test(view));
  } finally {
    await inspected.zoom(1);
    await inspected.resize(1440, 1000);
  }
  expect(found).toEqual([]);
});

test('shows selected, pressed and recording states in forced colours', async ({ app, panel, inspected }) => {
  await makeTraffic(app, panel);
  await panel.locate('[role=row][data-diagnosis]').nth(0).click();
  const isForced = () =>
    panel.evaluate((document) => document.defaultView?.matchMedia('(forced-colors: active)').matches);
  try {
    await inspected.setAccessibilityPrefs({ forcedColors: true, reducedMotion: false });
    await expect.poll(isForced).toBe(true);
    for (const kind of ['[role=row][data-diagnosis]', '[aria-label="Selected request"] [role=tab]']) {
      const selected = await panel.evaluate(readColours, `${kind}[aria-selected=true]`);
      expect(await panel.evaluate(readColours, `${kind}[aria-selected=false]`), kind).not.toBe(selected);
    }
    const record = panel.getByRole('button', { name: 'Record' });
    const on = await panel.evaluate(readColours, '.record .dot');
    await record.click();
    expect(await panel.evaluate(readColours, '.record .dot')).not.toBe(on);
    await record.click();
    // The editor's own styles come after the panel's.
    await panel.locate('[role=row][data-diagnosis="validation-failed"]').nth(0).click();
    await panel.getByRole('tab', { name: 'Request', exact: true }).click();
    await panel.locate('.cm-lint-marker').nth(0).waitFor();
    expect(await panel.evaluate(background, '.cm-lint-marker')).not.toBe(
      await panel.evaluate(background, '.cm-gutters'),
    );
  } finally {
    await inspected.setAccessibilityPrefs({ forcedColors: false, reducedMotion: false });
    await expect.poll(isForced).toBe(false);
  }
});

test('keeps all text readable in forced colours, even if the system is dark and the forced colours are light', async ({
  app,
  panel,
  inspected,
}) => {
  await makeTraffic(app, panel);
  const found: string[] = [];
  try {
    await inspected.setTheme('dark');
    await inspected.setAccessibilityPrefs({ forcedColors: true, reducedMotion: false });
    const checkView = async (view: string) => {
      found.push(...(await findViolations(panel, 'colours')).map((fault) => `${view}: ${fault}`));
    };
    // Views that together have fields, tabs, links, menus, buttons and tables.
    await visitViews(panel, checkView, (view) => /search|menu of columns|limits|entry|Export/.test(view));
  } finally {
    await inspected.setAccessibilityPrefs({ forcedColors: false, reducedMotion: false });
    await inspected.setTheme('light');
  }
  expect(found).toEqual([]);
});

// The functions below run in the panel.

function readColours(document: Document, selector: string): string {
  const element = document.querySelector(selector);
  if (element === null) return `no ${selector}`;
  const { color, backgroundColor, borderColor, fill } = getComputedStyle(element);
  return [color, backgroundColor, borderColor, fill].join(' ');
}

function background(document: Document, selector: string): string {
  const element = document.querySelector(selector);
  return element === null ? `no ${selector}` : getComputedStyle(element).backgroundColor;
}

/** Elements beyond the panel's edges, unless they are clipped by an ellipsis or can be scrolled to, and covered buttons. */
function findUnreachable(document: Document): string[] {
  const { clientWidth, scrollWidth } = document.documentElement;
  const nameOf = (element: Element) =>
    `${element.tagName}.${element.className} ${element.getAttribute('aria-label') ?? ''}`;
  const isBeyond = (element: Element) => {
    const { left, right, width } = element.getBoundingClientRect();
    return width > 0 && (right > clientWidth + 0.5 || left < -0.5);
  };
  const isAllowed = (element: Element | null): boolean => {
    if (element === null) return false;
    const { overflowX, textOverflow } = getComputedStyle(element);
    const ends = /auto|scroll/.test(overflowX) || textOverflow === 'ellipsis';
    return (ends && !isBeyond(element)) || isAllowed(element.parentElement);
  };
  const shown = [...document.body.querySelectorAll('*')].filter((each) =>
    each.checkVisibility({ visibilityProperty: true }),
  );
  const beyond = shown.filter((each) => isBeyond(each) && !isAllowed(each.parentElement));
  const covered = [...document.querySelectorAll('dialog[open] button, .toolbar :is(button, input)')].filter(
    (button) => {
      if (!button.checkVisibility() || (document.querySelector('dialog[open]') && !button.closest('dialog')))
        return false;
      const { left, top, width, height } = button.getBoundingClientRect();
      const hit = document.elementFromPoint(left + width / 2, top + height / 2);
      return hit !== null ? !(button.contains(hit) || hit.contains(button)) : true;
    },
  );
  return [
    ...(scrollWidth > clientWidth ? [`the panel scrolls to ${scrollWidth} px`] : []),
    ...beyond.map(nameOf),
    ...covered.map((each) => `${nameOf(each)} is covered`),
  ];
}

function findMoving(document: Document): string[] {
  const moves = (element: Element) => {
    const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
    return /[1-9]/.test(transitionDuration) || animationName !== 'none' || scrollBehavior === 'smooth';
  };
  const elements = [...document.querySelectorAll('*')].filter(moves);
  return [...elements.map((each) => `${each.tagName}.${each.className}`), ...document.getAnimations().map(String)];
}

/** The tabs of the panel and of the selected exchange. */
function readTabs(document: Document): { name: string; isSelected: boolean }[] {
  return Array.from(document.querySelectorAll('[role=tab]'), (tab) => ({
    name: `${tab.closest('[role=tablist]')?.getAttribute('aria-label')}: ${tab.textContent}`,
    isSelected: tab.getAttribute('aria-selected') === 'true',
  }));
}
