// The entry of the panel's page: takes the host from the DevTools page and renders the panel.

import { render } from 'preact';
import { copyText } from '../platform/clipboard.ts';
import { onExtensionInvalidated } from '../platform/extension-lifetime.ts';
import { saveFile } from '../platform/save-file.ts';
import { extensionVersion } from '../platform/version.ts';
import { App } from './App.tsx';
import { HOST_READY_EVENT, type PanelHost, type PanelWindow } from './host/panel-host.ts';
import { escapeRenderedText } from './lib/escape-rendered-text.ts';
import { preloadAnalysis } from './state/analysis.ts';
import { diagnoseWhenIdle } from './state/idle-diagnosis.ts';
import { createPanelState } from './state/panel-state.ts';
import { StateContext } from './state/state-context.ts';

const panelWindow: PanelWindow = window;
escapeRenderedText();

const sibling = findSiblingHost(window);
if (sibling) panelWindow.inspectorHost = sibling;
if (panelWindow.inspectorHost) show(panelWindow.inspectorHost);
else
  window.addEventListener(HOST_READY_EVENT, () => panelWindow.inspectorHost && show(panelWindow.inspectorHost), {
    once: true,
  });

function show(host: PanelHost): void {
  const root = document.documentElement;
  const applyTheme = () => {
    root.dataset.theme = host.theme.isDark ? 'dark' : 'light';
  };
  root.dataset.browser = host.browser;
  applyTheme();
  const disposers = [host.theme.subscribe(applyTheme)];
  const end = () => {
    for (const each of disposers.splice(0)) each();
  };
  const remount = () => {
    end();
    show(host);
  };
  const { state, dispose } = createPanelState(host, { copyText, saveFile, version: extensionVersion(), remount });
  disposers.push(
    dispose,
    onExtensionInvalidated(() => {
      state.isDisconnected.value = true;
    }),
  );
  // Firefox unloads this page when the toolbox is docked elsewhere; the log must not call into it afterwards.
  window.addEventListener('pagehide', end);
  disposers.push(() => window.removeEventListener('pagehide', end));
  const panel = document.getElementById('panel') as HTMLElement;
  disposers.push(() => render(null, panel));
  render(
    <StateContext.Provider value={state}>
      <App />
    </StateContext.Provider>,
    panel,
  );
  requestAnimationFrame(() =>
    setTimeout(() => {
      preloadAnalysis();
      disposers.push(diagnoseWhenIdle(state));
    }),
  );
}

/**
 * The host in the DevTools page next to this one. In Chromium both are frames of one window, and reading it here is some 10 ms faster than
 * waiting for `onShown`. In Firefox each has its own window, and the host is handed over.
 */
function findSiblingHost({ parent }: Window): PanelHost | undefined {
  for (let i = 0; i < parent.length; i++) {
    try {
      const { inspectorHost } = parent[i] as PanelWindow;
      if (inspectorHost) return inspectorHost;
    } catch {
      // A frame of another origin.
    }
  }
  return undefined;
}
