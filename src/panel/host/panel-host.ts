// The interface between the DevTools page and the panel, which uses nothing else of it.

import type { ExchangeLog } from '../../core/model/exchange-log.ts';
import type { Importer } from '../../core/model/importer.ts';
import type { Settings } from '../../core/model/settings.ts';
import type { TrafficStats } from '../../core/model/traffic-stats.ts';
import type { ChartRange } from '../../core/session/chart-range.ts';
import type { Session } from '../../core/session/session.ts';

export interface PanelHost {
  readonly log: ExchangeLog;
  /** What follows from the sequence of the exchanges. */
  readonly session: Session;
  /** About all requests of the page, in the log or not. */
  readonly traffic: TrafficStats;
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
  /** Changes settings now and for later sessions. */
  saveSettings(settings: Partial<Settings>): void;
  /** Restores the defaults. */
  resetSettings(): void;
  /** Calls `listener` whenever the browser could not save settings; the returned function ends that. */
  onSaveError(listener: () => void): () => void;
  /** Names of settings that were kept but cannot be read, until the user knows. */
  readonly invalidSettings: string[];
}

export interface Recording {
  isOn: boolean;
  /** When it was switched on or off, ms since the epoch, in order. */
  readonly toggledAtMs: number[];
}

/** What the panel's own window adds: the browser lets only that window do it. */
export interface PanelServices {
  /** Rejects where the browser refuses. */
  copyText(text: string): Promise<void>;
  /** The pieces are one text. */
  saveFile(name: string, pieces: readonly string[], type: string): void;
  /** Of the extension. */
  readonly version: string;
  /** Draws the panel anew, with the settings as they are now. */
  remount(): void;
}

export interface Theme {
  readonly isDark: boolean;
  /** Calls `listener` after every change; the returned function ends that. */
  subscribe(listener: () => void): () => void;
}

/** Texts and numbers only: an object that the panel's page puts here is dead once that page is gone. */
export interface ViewState {
  view: View;
  selected: number | undefined;
  tab: Tab;
  /** What the list is filtered by. */
  filter: string;
  /** The column that the list is sorted by, with `-` before it downwards; empty: by time. */
  sort: string;
  scrollTop: number;
  /** The end of the list was in sight: it goes on being shown as the list grows. */
  followsTail: boolean;
  /** Suggested mappings that were waved away, one a line. */
  dismissedSuggestions: string;
  /** The dialog that is open. */
  dialog: DialogName | undefined;
  readonly search: SearchView;
  /** Where the parts of the selected exchange were scrolled to, by their names. */
  readonly scrollPositions: { [part: string]: number };
  readonly compare: CompareView;
  readonly drafts: Drafts;
  readonly limits: { range: ChartRange };
  readonly reference: ReferenceView;
}

/** What was typed in a dialog and is not in force yet. */
export interface Drafts {
  /** The response that is being pasted. */
  pasted: string;
  /** One a line, while they are worked at. */
  mappings: string | undefined;
  /** To try the mappings with. */
  address: string;
  method: string;
}

/** What opens above the panel, one at a time. */
export type DialogName = 'keys' | 'export' | 'copy-by-hand' | 'missing-call' | 'settings' | 'paste';

/** The search over all calls. */
export interface SearchView {
  isOpen: boolean;
  text: string;
  matchCase: boolean;
}

/** The views of the panel, one at a time. */
export type View = 'exchanges' | 'limits' | 'reference';

export interface CompareView {
  /** What the selected exchange is compared with, where the user chose. */
  other: number | undefined;
  onlyDifferences: boolean;
  /** Ids of what was selected before, the last first, separated by spaces. */
  visited: string;
}

export interface ReferenceView {
  query: string;
  /** Id of the entry that is open. */
  open: string | undefined;
  listTop: number;
  entryTop: number;
  /** The list's share of the view, 0..1. */
  split: number;
}

export type Tab = 'explanation' | 'request' | 'response' | 'attempts' | 'compare';

/**
 * The window of the panel and that of the DevTools page, each with the host. The DevTools page puts it into the panel's window too, and says
 * so there, where the panel has not taken it itself.
 */
export interface PanelWindow extends Window {
  inspectorHost?: PanelHost;
}

export const HOST_READY_EVENT = 'inspector-host-ready';
