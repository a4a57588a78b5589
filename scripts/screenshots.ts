// Updates the README's pictures: a moving one, and the panel in the DevTools of both browsers with traffic of the sample app.

import { mkdirSync } from 'node:fs';
import { buildFolders, launch } from '../e2e/drivers/launch.ts';
import { startXero } from '../e2e/fake-xero/server/server.ts';
import { recordMovingPicture } from './moving-picture.ts';
import { makeSampleTraffic } from './sample-traffic.ts';

const folder = 'docs/images';
mkdirSync(folder, { recursive: true });
for (const [name, theme] of [
  ['chromium', 'light'],
  ['firefox', 'dark'],
] as const) {
  const xero = await startXero();
  const browser = await launch[name]({ extension: buildFolders[name], httpsPort: xero.httpsPort, theme });
  await browser.page.goto(xero.appUrl);
  if (name === 'chromium') {
    await recordMovingPicture(browser, `${folder}/demo.png`);
    await browser.panel.getByRole('button', { name: 'Clear', exact: true }).click();
  }
  await makeSampleTraffic(browser);
  await browser.panel.locate('[role=row][data-diagnosis="validation-failed"]').click();
  await browser.panel.getByRole('list', { name: 'Field errors' }).waitFor();
  await browser.resize(1200, 480);
  await browser.screenshot(`${folder}/${name}.png`);
  await browser.close();
  await xero.close();
}
process.exit(0);
