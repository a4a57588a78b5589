chrome.devtools.panels.create('Xero Projects', '', '/extension/panel.html', (panel) => {
  panel.onShown.addListener((w) => { (w as any).document.getElementById('panel').textContent = 'shown'; });
});
chrome.devtools.network.onRequestFinished.addListener((e) => console.log(JSON.stringify(e).slice(0, 100)));
