// Records the README's moving picture: a request is rejected, the panel leads to the field, and the fixed request succeeds.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InspectedBrowser, Locator } from '../e2e/drivers/browser.ts';
import { waitFor } from '../e2e/drivers/wait-for.ts';
import { ids } from '../e2e/fake-xero/operations/seed.ts';
import { sendRequest } from '../e2e/sample-app.ts';
import { joinPngs, type PngFrame } from './apng.ts';

const MAX_BYTES = 2_000_000;

const invalidTask = { name: 'Painting', rate: { currency: 'NZD', value: 90 }, chargeType: 'TIME', estimateMinutes: 0 };
const createTask = (body: object, key: string) => ({
  method: 'POST',
  path: `/Projects/${ids.project}/Tasks`,
  options: { body, headers: { 'Idempotency-Key': key } },
});

/** Expects an empty list in `browser`, with the sample app in its page. */
export async function recordMovingPicture(browser: InspectedBrowser, path: string): Promise<void> {
  const { page, panel } = browser;
  const folder = mkdtempSync(join(tmpdir(), 'xero-frames-'));
  const frames: PngFrame[] = [];
  const show = async (shownMs: number) => {
    frames.push({ png: await waitFor('the panel to be still', () => captureStill(browser, folder)), shownMs });
  };
  /** Shows where the pointer goes before it clicks. */
  const click = async (target: Locator, selector: string) => {
    await panel.evaluate(showPointer, selector);
    await show(1_000);
    await panel.evaluate(showPointer, '');
    await target.click();
  };
  const row = (diagnosis: string) => `[role=row][data-diagnosis="${diagnosis}"]`;
  try {
    await browser.resize(1180, 460);
    await sendRequest(page);
    await panel.locate(row('success')).waitFor();
    await show(1_200);
    await sendRequest(page, createTask(invalidTask, 'painting-1'));
    await panel.locate(row('validation-failed')).waitFor();
    await show(1_200);
    await click(panel.locate(row('validation-failed')), row('validation-failed'));
    await panel.locate('[aria-label=Explanation][aria-busy=false]').waitFor();
    await show(4_500);
    const field = panel.locate('[data-pointer="/estimateMinutes"]').getByRole('button').nth(0);
    await click(field, '[data-pointer="/estimateMinutes"] button');
    await panel.locate('.cm-editor .note').nth(0).waitFor();
    await show(3_500);
    await sendRequest(page, createTask({ ...invalidTask, estimateMinutes: 90 }, 'painting-2'));
    const created = `${row('success')}[data-operation=createTask]`;
    await waitFor('the task to be created', async () => (await panel.locate(created).count()) === 1);
    await show(1_200);
    await click(panel.locate(created), created);
    await panel.getByRole('tab', { name: 'Explanation' }).click();
    await panel.locate('[aria-label=Explanation][aria-busy=false]').waitFor();
    await show(4_000);
    const picture = joinPngs(frames);
    if (picture.length > MAX_BYTES)
      throw new Error(`The moving picture has ${picture.length} bytes, more than ${MAX_BYTES}`);
    writeFileSync(path, picture);
    console.log(`${path}: ${frames.length} frames, ${picture.length} bytes`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A screenshot, or `undefined` if the next one differs because something was still being rendered. */
async function captureStill(browser: InspectedBrowser, folder: string): Promise<Buffer | undefined> {
  const [png, next] = [await capture(browser, folder), await capture(browser, folder)];
  return png.equals(next) ? next : undefined;
}

async function capture(browser: InspectedBrowser, folder: string): Promise<Buffer> {
  const file = join(folder, 'frame.png');
  await browser.screenshot(file);
  return readFileSync(file);
}

/** Runs in the panel: draws a pointer on the first element that `selector` finds; removes it if `selector` is empty. */
function showPointer(document: Document, selector: string): void {
  document.getElementById('demo-pointer')?.remove();
  const target = selector === '' ? null : document.querySelector(selector);
  if (target === null) return;
  const { left, top, width, height } = target.getBoundingClientRect();
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.id = 'demo-pointer';
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.innerHTML = '<path d="M4 2v18l5-4.6 3.2 7 3-1.4-3.2-6.8H19Z" fill="#111" stroke="#fff" stroke-width="1.5"/>';
  const style = {
    position: 'fixed',
    left: `${left + Math.min(width / 2, 220)}px`,
    top: `${top + height / 2}px`,
    width: '22px',
    zIndex: '99',
  };
  Object.assign(svg.style, style);
  document.body.append(svg);
}
