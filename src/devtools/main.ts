// The DevTools page: lives as long as DevTools, keeps the log, opens the panel and hands it over.

import { isRecorded } from '../capture/is-recorded.ts';
import { watchPageLoads } from '../capture/page-loads.ts';
import { createHearing } from '../capture/traffic-monitor.ts';
import { type Network, watch } from '../capture/watch-network.ts';
import { readMappings } from '../core/mappings/mappings.ts';
import { readSettings, type Settings } from '../core/model/settings.ts';
import { createSession, follow } from '../core/session/session.ts';
import { createBringIn } from '../import/importer.ts';
import { createLog } from '../log/create-log.ts';
import {
  hostReady,
  type PanelHost,
  type PanelWindow,
  type Recording,
  type ViewState,
} from '../panel/host/panel-host.ts';
import { loadSettings, saveSettings } from '../platform/settings.ts';
import { devtoolsTheme } from '../platform/theme.ts';

const { network, panels } = chrome.devtools;

const log = createLog();
const session = createSession();
log.subscribe((change) => follow(session, change));
const { settings } = readSettings({});
const brokenSettings: string[] = [];
const settled = loadSettings().then((loaded) => {
  Object.assign(settings, loaded.settings);
  brokenSettings.push(...loaded.broken);
  const own: PanelWindow = window;
  own.inspectorHost = host;
});

const recording: Recording = { isOn: true, switchedMs: [] };
const hearing = createHearing();
/** What began earlier belongs to a page that was left, and is not kept. */
let wantedFromMs = Number.NaN;
let mappings = { of: '', read: readMappings('') };
function currentMappings(): readonly string[] {
  if (mappings.of !== settings.mappings) mappings = { of: settings.mappings, read: readMappings(settings.mappings) };
  return mappings.read;
}
watch(network as unknown as Network, log, {
  hearing,
  isRecording: (startedMs) => isRecorded(recording.isOn, recording.switchedMs, startedMs),
  isWanted: (startedMs) => !(startedMs < wantedFromMs),
  mappings: currentMappings,
  ready: settled,
});
watchPageLoads(chrome.devtools, {
  startsOf: hearing.startsOf,
  found: (url) => hearing.onPage({ url, wasSeenLoading: false }),
  async loaded({ url, fromMs }) {
    hearing.onPage({ url, wasSeenLoading: true, fromMs });
    await settled;
    if (!settings.preserveLog) {
      wantedFromMs = fromMs;
      log.clearBefore(fromMs);
    }
    log.navigated(fromMs, url);
  },
  renamed: (url) => hearing.onPage({ wasSeenLoading: false, ...hearing.page, url }),
});

const notSaved = new Set<() => void>();
function save(values: Partial<Settings>): void {
  saveSettings(values).catch((error: unknown) => {
    console.warn('Settings were not saved:', error);
    for (const tell of notSaved) tell();
  });
}

const view: ViewState = {
  view: 'exchanges',
  selected: undefined,
  tab: 'explanation',
  filter: '',
  sort: '',
  scrollTop: 0,
  atEnd: true,
  dismissed: '',
  dialog: undefined,
  search: { isOpen: false, text: '', matchCase: false },
  places: {},
  compare: { other: undefined, onlyDifferences: true, visited: '' },
  drafts: { pasted: '', mappings: undefined, address: '', method: 'GET' },
  limits: { range: '5min' },
  reference: { query: '', open: undefined, listTop: 0, entryTop: 0, split: 0.32 },
};
const host: PanelHost = {
  log,
  session,
  heard: hearing,
  recording,
  bringIn: createBringIn(log, currentMappings),
  browser: 'setThemeChangeHandler' in panels ? 'chromium' : 'firefox',
  theme: devtoolsTheme(panels),
  view,
  settings,
  keep(values) {
    Object.assign(settings, values);
    save(values);
  },
  resetSettings() {
    const { settings: atFirst } = readSettings({});
    Object.assign(settings, atFirst);
    brokenSettings.length = 0;
    save(atFirst);
  },
  whenNotSaved(listener) {
    notSaved.add(listener);
    return () => notSaved.delete(listener);
  },
  brokenSettings,
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
