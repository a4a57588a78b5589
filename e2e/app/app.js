// Builds the page's buttons and log.

import { credentials } from './client.js';
import { scenariosWith } from './scenarios.js';

const log = document.getElementById('log');

const { ids } = await credentials();
for (const [title, scenarios] of Object.entries(scenariosWith(ids))) {
  const heading = Object.assign(document.createElement('h2'), { textContent: title });
  const group = document.createElement('div');
  group.append(heading, ...Object.entries(scenarios).map(([name, run]) => button(name, run)));
  document.getElementById('scenarios').append(group);
}

function button(name, run) {
  const element = Object.assign(document.createElement('button'), { type: 'button', textContent: name });
  element.addEventListener('click', async () => {
    // Ignores clicks instead of disabling the button, which would lose the focus.
    if (element.ariaDisabled === 'true') return;
    element.ariaDisabled = 'true';
    write(await run().catch((error) => `Error from the local Xero: ${error.message}`));
    element.ariaDisabled = 'false';
  });
  return element;
}

function write(text) {
  const item = Object.assign(document.createElement('p'), { textContent: text });
  item.classList.toggle('fault', !/ 20\d$|^The local Xero has/.test(text));
  log.append(item);
  log.scrollTop = log.scrollHeight;
}
