// The panel's page: takes the host from the DevTools page, and draws.

import { render } from 'preact';
import { copyText } from '../platform/clipboard.ts';
import { whenExtensionGone } from '../platform/extension-lifetime.ts';
import { saveFile } from '../platform/save-file.ts';
import { extensionVersion } from '../platform/version.ts';
import { Panel } from './App.tsx';
import { hostReady, type PanelHost, type PanelWindow } from './host/panel-host.ts';
import { fetchInsight } from './state/analysis.ts';
import { diagnoseAhead } from './state/idle-diagnosis.ts';
import { createPanelState } from './state/panel-state.ts';
import { StateContext } from './state/state-context.ts';

const panelWindow: PanelWindow = window;

const beside = hostBeside(window);
if (beside) panelWindow.inspectorHost = beside;
if (panelWindow.inspectorHost) show(panelWindow.inspectorHost);
else
  window.addEventListener(hostReady, () => panelWindow.inspectorHost && show(panelWindow.inspectorHost), {
    once: true,
  });

function show(host: PanelHost): void {
  const root = document.documentElement;
  const paint = () => {
    root.dataset.theme = host.theme.isDark ? 'dark' : 'light';
  };
  root.dataset.browser = host.browser;
  paint();
  const undo = [host.theme.subscribe(paint)];
  const end = () => {
    for (const each of undo.splice(0)) each();
  };
  const restart = () => {
    end();
    show(host);
  };
  const { state, dispose } = createPanelState(host, { copyText, saveFile, version: extensionVersion(), restart });
  undo.push(
    dispose,
    whenExtensionGone(() => {
      state.isCutOff.value = true;
    }),
  );
  // Firefox throws this page away when the toolbox is docked anew; the log must not go on calling into it.
  window.addEventListener('pagehide', end);
  undo.push(() => window.removeEventListener('pagehide', end));
  const panel = document.getElementById('panel') as HTMLElement;
  undo.push(() => render(null, panel));
  render(
    <StateContext.Provider value={state}>
      <Panel state={state} host={host} />
    </StateContext.Provider>,
    panel,
  );
  requestAnimationFrame(() =>
    setTimeout(() => {
      fetchInsight();
      undo.push(diagnoseAhead(state));
    }),
  );
}

/**
 * The host of the DevTools page beside this one. Chromium has both in one window, and would tell the DevTools page only once this page has
 * loaded, which is some 10 ms later. Firefox has each in a window of its own: there it waits to be handed over.
 */
function hostBeside({ parent }: Window): PanelHost | undefined {
  for (let i = 0; i < parent.length; i++) {
    try {
      const { inspectorHost } = parent[i] as PanelWindow;
      if (inspectorHost) return inspectorHost;
    } catch {
      // A frame of another origin lets nothing be read.
    }
  }
  return undefined;
}
