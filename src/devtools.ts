// The DevTools page: lives as long as DevTools, keeps the log, opens the panel and hands it over.

import { createLog } from './capture/log.ts';
import { type Network, watch } from './capture/watch.ts';
import { createSession, follow } from './core/session/session.ts';
import {
  hostReady,
  isRecorded,
  type PanelHost,
  type PanelWindow,
  type Recording,
  type ViewState,
} from './panel/host.ts';
import { loadSettings, saveSetting } from './platform/settings.ts';
import { devtoolsTheme } from './platform/theme.ts';

const { network, panels } = chrome.devtools;

const log = createLog();
const session = createSession();
log.subscribe((change) => follow(session, change));
const recording: Recording = { isOn: true, changedMs: Number.NaN };
watch(network as unknown as Network, log, { isRecording: (startedMs) => isRecorded(recording, startedMs) });

const view: ViewState = {
  view: 'exchanges',
  selected: undefined,
  tab: 'explanation',
  filter: '',
  scrollTop: 0,
  atEnd: true,
  split: 0.5,
  clientLanguage: 'typescript',
  limits: { range: '5min' },
  reference: { query: '', open: undefined, listTop: 0, entryTop: 0, split: 0.32 },
};
const settled = loadSettings().then(({ split, clientLanguage }) => {
  view.split = split;
  view.clientLanguage = clientLanguage;
});

const host: PanelHost = {
  log,
  session,
  recording,
  browser: 'setThemeChangeHandler' in panels ? 'chromium' : 'firefox',
  theme: devtoolsTheme(panels),
  view,
  saveSplit: (split) => saveSetting({ split }),
  saveClientLanguage: (clientLanguage) => saveSetting({ clientLanguage }),
};

// The leading slash makes both browsers look in the same place.
panels.create('Xero Projects', '', '/extension/panel.html', (panel) => {
  panel.onShown.addListener(async (window) => {
    await settled;
    const shown: PanelWindow = window;
    if (shown.inspectorHost === host) return;
    shown.inspectorHost = host;
    shown.dispatchEvent(new Event(hostReady));
  });
});
