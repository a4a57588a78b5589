// The DevTools page: lives as long as DevTools, owns the log, creates the panel and passes the log to it.

import { wasRecordingAt } from '../capture/is-recorded.ts';
import { watchPageLoads } from '../capture/page-loads.ts';
import { createTrafficMonitor } from '../capture/traffic-monitor.ts';
import { type Network, watchNetwork } from '../capture/watch-network.ts';
import { watchServerRequests } from '../capture/watch-server-requests.ts';
import { createDiagnosisCache } from '../core/diagnose/diagnosis-cache.ts';
import { parseMappings } from '../core/mappings/mappings.ts';
import { readSettings, type Settings } from '../core/model/settings.ts';
import { applyLogChange, createSession } from '../core/session/session.ts';
import { createImporter } from '../import/importer.ts';
import { createLog } from '../log/create-log.ts';
import {
  HOST_READY_EVENT,
  type PanelHost,
  type PanelWindow,
  type Recording,
  type ViewState,
} from '../panel/host/panel-host.ts';
import { createEvaluate } from '../platform/evaluate.ts';
import { loadSettings, saveSettings } from '../platform/settings.ts';
import { devtoolsTheme } from '../platform/theme.ts';

const { inspectedWindow, network, panels } = chrome.devtools;
const browser = 'setThemeChangeHandler' in panels ? 'chromium' : 'firefox';

const log = createLog();
const session = createSession();
log.subscribe((change) => applyLogChange(session, change));
const { settings } = readSettings({});
const invalidSettings: string[] = [];
const settingsLoaded = loadSettings().then((loaded) => {
  Object.assign(settings, loaded.settings);
  invalidSettings.push(...loaded.invalid);
  const devtoolsWindow: PanelWindow = window;
  devtoolsWindow.inspectorHost = host;
});

const recording: Recording = { isOn: true, toggledAtMs: [] };
const traffic = createTrafficMonitor();
/** Requests that began earlier belong to a previous page and are not recorded. */
let recordFromMs = Number.NaN;
let parsedMappings = { setting: settings.mappings, mappings: parseMappings(settings.mappings) };
/** Parsed again only when the setting changes. */
function currentMappings(): readonly string[] {
  const setting = settings.mappings;
  if (parsedMappings.setting !== setting) parsedMappings = { setting, mappings: parseMappings(setting) };
  return parsedMappings.mappings;
}
const isRecording = (startedMs: number) => wasRecordingAt(recording.isOn, recording.toggledAtMs, startedMs, Date.now());
/** A page that was loaded in the future says nothing: the clock was set back since. */
const isCurrentPage = (startedMs: number) => !(startedMs < recordFromMs) || recordFromMs > Date.now();
const serverRequests = watchServerRequests(log, {
  evaluate: createEvaluate(inspectedWindow, document),
  createExchanges: (entries, nextId) =>
    import('../import/server-entries.ts').then(({ createServerExchanges }) =>
      createServerExchanges(entries, { mappings: currentMappings(), nextId }),
    ),
  isOn: () => settings.serverRequests,
  isFollowing: () => settings.followServer,
  isCurrentPage,
  isRecording,
});
watchNetwork(network as unknown as Network, log, {
  traffic,
  isRecording,
  isCurrentPage,
  isOwn: serverRequests.takeOwn,
  onResponse: serverRequests.onResponse,
  mappings: currentMappings,
  ready: settingsLoaded,
});
network.onNavigated.addListener(serverRequests.onNavigated);
watchPageLoads(chrome.devtools, {
  reportsUrlChanges: browser === 'chromium',
  startTimes: traffic.startTimes,
  onInitial: (url) => traffic.setPage({ url, observedLoad: false }),
  async onLoad({ url, loadedAtMs }) {
    traffic.setPage({ url, observedLoad: true, loadedAtMs });
    await settingsLoaded;
    if (!settings.preserveLog) {
      recordFromMs = loadedAtMs;
      log.clearBefore(loadedAtMs);
    }
    log.addNavigation(loadedAtMs, url);
  },
  onUrlChange: (url) => traffic.setPage({ observedLoad: false, ...traffic.page, url }),
});

const saveErrorListeners = new Set<() => void>();
function save(values: Partial<Settings>): void {
  saveSettings(values).catch((error: unknown) => {
    console.warn('Couldn’t save the settings:', error);
    for (const listener of saveErrorListeners) listener();
  });
}

const view: ViewState = {
  view: 'exchanges',
  selected: undefined,
  tab: 'explanation',
  filter: '',
  sort: { column: undefined, isDescending: false },
  scrollTop: 0,
  followsTail: true,
  dismissedSuggestions: [],
  dialog: undefined,
  search: { isOpen: false, text: '', matchCase: false },
  scrollPositions: {},
  compare: { other: undefined, onlyDifferences: true, recent: [] },
  drafts: { pasted: '', mappings: undefined, address: '', method: 'GET' },
  limits: { range: '5min' },
  reference: { query: '', open: undefined, listTop: 0, entryTop: 0, split: 0.32 },
};
const host: PanelHost = {
  log,
  session,
  diagnosisOf: createDiagnosisCache(),
  traffic,
  get serverStats() {
    return serverRequests.stats;
  },
  recording,
  importer: createImporter(log, currentMappings),
  browser,
  theme: devtoolsTheme(panels),
  view,
  settings,
  saveSettings(values) {
    // Objects of the panel's document are dead once Firefox unloads it: the settings need copies that belong to this page.
    const copy: Partial<Settings> = JSON.parse(JSON.stringify(values));
    Object.assign(settings, copy);
    serverRequests.onSettingsChanged();
    save(copy);
  },
  resetSettings() {
    const { settings: defaults } = readSettings({});
    Object.assign(settings, defaults);
    invalidSettings.length = 0;
    serverRequests.onSettingsChanged();
    save(defaults);
  },
  onSaveError(listener) {
    saveErrorListeners.add(listener);
    return () => saveErrorListeners.delete(listener);
  },
  invalidSettings,
};

// The leading slash makes both browsers look in the same place.
panels.create('Xero Projects', '', '/extension/panel.html', (panel) => {
  panel.onShown.addListener(async (window) => {
    await settingsLoaded;
    const panelWindow: PanelWindow = window;
    if (panelWindow.inspectorHost === host) return;
    panelWindow.inspectorHost = host;
    panelWindow.dispatchEvent(new Event(HOST_READY_EVENT));
  });
});
