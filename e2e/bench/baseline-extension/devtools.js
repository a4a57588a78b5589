// Reads the body of each request and renders their number on the next frame.

let read = 0;
let panel;
let isWaiting = false;

chrome.devtools.network.onRequestFinished.addListener((entry) => {
  if (!entry.request.url.includes('/projects.xro/2.0/')) return;
  entry.getContent(() => {
    read++;
    scheduleRender();
  });
});

// The driver finds the panel by this title.
chrome.devtools.panels.create('Xero Projects', '', 'panel.html', (created) => {
  created.onShown.addListener((window) => {
    panel = window;
    scheduleRender();
  });
});

function scheduleRender() {
  if (isWaiting || !panel) return;
  isWaiting = true;
  panel.requestAnimationFrame(() => {
    isWaiting = false;
    panel.document.getElementById('shown').textContent = read;
  });
}
