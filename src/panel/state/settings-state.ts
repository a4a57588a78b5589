// The saved settings that components show and change. Collapsed sections and mappings have a state of their own.

import { type ReadonlySignal, signal } from '@preact/signals';
import type { ClientLanguageId } from '../../core/client/languages/languages.ts';
import type { ColumnSettings } from '../../core/model/settings.ts';
import type { PanelHost } from '../host/panel-host.ts';

export interface SettingsState {
  readonly preserveLog: ReadonlySignal<boolean>;
  setPreserveLog(on: boolean): void;
  /** Whether requests that development servers made are fetched and listed. */
  readonly showsServer: ReadonlySignal<boolean>;
  setShowsServer(on: boolean): void;
  /** Whether server requests that no page caused are listed too. */
  readonly followsServer: ReadonlySignal<boolean>;
  setFollowsServer(on: boolean): void;
  /** Whether single-key shortcuts work. */
  readonly singleKeys: ReadonlySignal<boolean>;
  setSingleKeys(on: boolean): void;
  /** The language that the retry client is shown in. */
  readonly clientLanguage: ReadonlySignal<ClientLanguageId>;
  setClientLanguage(language: ClientLanguageId): void;
  /** Classes that exports and copies show unredacted. */
  readonly unredactedClasses: ReadonlySignal<readonly string[]>;
  setUnredactedClasses(classes: readonly string[]): void;
  /** The list's share of the exchanges view, 0..1. */
  readonly split: ReadonlySignal<number>;
  setSplit(split: number): void;
  /** As stored: see `validColumnSettings`. */
  readonly savedColumns: ReadonlySignal<ColumnSettings>;
  saveColumns(columns: ColumnSettings): void;
  /** Restores the defaults of all settings and remounts the panel. */
  resetSettings(): void;
}

export function createSettingsState(
  { settings, saveSettings, resetSettings }: Pick<PanelHost, 'settings' | 'saveSettings' | 'resetSettings'>,
  remount: () => void,
): SettingsState {
  const [preserveLog, setPreserveLog] = setting(settings.preserveLog, (preserveLog) => saveSettings({ preserveLog }));
  const [showsServer, setShowsServer] = setting(settings.serverRequests, (serverRequests) =>
    saveSettings({ serverRequests }),
  );
  const [followsServer, setFollowsServer] = setting(settings.followServer, (followServer) =>
    saveSettings({ followServer }),
  );
  const [singleKeys, setSingleKeys] = setting(settings.singleKeys, (singleKeys) => saveSettings({ singleKeys }));
  const [clientLanguage, setClientLanguage] = setting(settings.clientLanguage, (clientLanguage) =>
    saveSettings({ clientLanguage }),
  );
  const [unredactedClasses, setUnredactedClasses] = setting(settings.unredacted, (unredacted) =>
    saveSettings({ unredacted }),
  );
  const [split, setSplit] = setting(settings.split, (split) => saveSettings({ split }));
  const [savedColumns, saveColumns] = setting(settings.columns, (columns) => saveSettings({ columns }));
  return {
    preserveLog,
    setPreserveLog,
    showsServer,
    setShowsServer,
    followsServer,
    setFollowsServer,
    singleKeys,
    setSingleKeys,
    clientLanguage,
    setClientLanguage,
    unredactedClasses,
    setUnredactedClasses,
    split,
    setSplit,
    savedColumns,
    saveColumns,
    resetSettings() {
      resetSettings();
      remount();
    },
  };
}

function setting<Value>(initial: Value, save: (value: Value) => void): [ReadonlySignal<Value>, (value: Value) => void] {
  const value = signal(initial);
  const set = (next: Value) => {
    value.value = next;
    save(next);
  };
  return [value, set];
}
