// The interface between the DevTools page and the panel, which uses nothing else of it.

import type { Diagnosis } from '../../core/diagnose/diagnose.ts';
import type { Exchange } from '../../core/model/exchange.ts';
import type { ExchangeLog } from '../../core/model/exchange-log.ts';
import type { Importer } from '../../core/model/importer.ts';
import type { ServerStats } from '../../core/model/server-stats.ts';
import type { Settings } from '../../core/model/settings.ts';
import type { Theme } from '../../core/model/theme.ts';
import type { TrafficStats } from '../../core/model/traffic-stats.ts';
import type { ChartRange } from '../../core/session/chart-range.ts';
import type { Session } from '../../core/session/session.ts';

export interface PanelHost {
  readonly log: ExchangeLog;
  /** What is derived from the sequence of the exchanges. */
  readonly session: Session;
  /** Computed by the DevTools page, so that the panel shows its first rows without loading the code for it. */
  diagnosisOf(exchange: Exchange): Diagnosis;
  /** About all requests of the page, in the log or not. */
  readonly traffic: TrafficStats;
  /** About the requests that development servers announced. A new object after each change. */
  readonly serverStats: ServerStats;
  /** Switched by the panel. */
  readonly recording: Recording;
  /** Imports files and pasted texts into the log. */
  readonly importer: Importer;
  readonly browser: 'chromium' | 'firefox';
  readonly theme: Theme;
  /** Outlives the panel's page, which Firefox unloads whenever the toolbox is docked elsewhere. */
  readonly view: ViewState;
  /** The current values; changed only by `saveSettings` and `resetSettings`. */
  readonly settings: Readonly<Settings>;
  /** Changes settings now and for later sessions. Copies the values. */
  saveSettings(settings: Partial<Settings>): void;
  /** Restores the defaults. */
  resetSettings(): void;
  /** Calls `listener` whenever saving settings fails; returns a function that unsubscribes. */
  onSaveError(listener: () => void): () => void;
  /** Names of saved settings that could not be read, until the user dismisses the notice. */
  readonly invalidSettings: string[];
}

export interface Recording {
  isOn: boolean;
  /** Times at which recording was switched, in ms since the epoch, ascending. */
  readonly toggledAtMs: number[];
}

/** Services that only the panel's own window can provide. */
export interface PanelServices {
  /** Rejects if the browser refuses. */
  copyText(text: string): Promise<void>;
  /** Concatenates the pieces. */
  saveFile(name: string, pieces: readonly string[], type: string): void;
  /** The version of the extension. */
  readonly version: string;
  /** Recreates the panel with the current settings. */
  remount(): void;
}

/**
 * The DevTools page creates all objects in it. The panel changes them in place and assigns primitive values only: objects created by the
 * panel's page are dead once Firefox unloads it.
 */
export interface ViewState {
  view: View;
  selected: number | undefined;
  tab: Tab;
  /** The query of the filter. */
  filter: string;
  readonly sort: SortView;
  scrollTop: number;
  /** The list is scrolled to its end, and stays there as it grows. */
  followsTail: boolean;
  /** Prefixes of dismissed mapping suggestions. */
  readonly dismissedSuggestions: string[];
  /** The open dialog. */
  dialog: DialogName | undefined;
  readonly search: SearchView;
  /** Scroll positions in the selected exchange, by the name of the part. */
  readonly scrollPositions: { [part: string]: number };
  readonly compare: CompareView;
  readonly drafts: Drafts;
  readonly limits: { range: ChartRange };
  readonly reference: ReferenceView;
}

export interface SortView {
  /** The id of the sorted column; `undefined` for the default order, by time. */
  column: string | undefined;
  isDescending: boolean;
}

/** Text typed in dialogs and not submitted yet. */
export interface Drafts {
  /** The response in the paste dialog. */
  pasted: string;
  /** Mappings while they are edited, one per line. */
  mappings: string | undefined;
  /** The URL to try the mappings with. */
  address: string;
  method: string;
}

/** The dialogs, of which at most one is open. */
export type DialogName = 'keys' | 'export' | 'copy-by-hand' | 'troubleshooting' | 'settings' | 'paste';

/** The search over all requests. */
export interface SearchView {
  isOpen: boolean;
  text: string;
  matchCase: boolean;
}

/** The views of the panel, of which one is shown; see `shell/views.ts`. */
export type View = 'exchanges' | 'limits' | 'reference';

export interface CompareView {
  /** The exchange that the user chose to compare with. */
  other: number | undefined;
  onlyDifferences: boolean;
  /** Ids of the previously selected exchanges, latest first. */
  readonly recent: number[];
}

export interface ReferenceView {
  query: string;
  /** Id of the open entry. */
  open: string | undefined;
  listTop: number;
  entryTop: number;
  /** The list's share of the view, 0..1. */
  split: number;
}

/** The tabs of the selected exchange; see `detail/detail-tabs.tsx`. */
export type Tab = 'explanation' | 'request' | 'response' | 'attempts' | 'compare';

/**
 * The window of the DevTools page or of the panel. The DevTools page sets the host in its own window, and in the panel's window with a
 * `HOST_READY_EVENT` if the panel has not read it by then.
 */
export interface PanelWindow extends Window {
  inspectorHost?: PanelHost;
}

export const HOST_READY_EVENT = 'inspector-host-ready';
