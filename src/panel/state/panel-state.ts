// Everything that the panel's components read and change: signals over the log, the settings and the view that outlives the panel's page.

import { type Signal, signal } from '@preact/signals';
import type { Diagnosis } from '../../core/diagnose/diagnose.ts';
import type { Exchange } from '../../core/model/exchange.ts';
import type { ExchangeLog } from '../../core/model/exchange-log.ts';
import type { TrafficStats } from '../../core/model/traffic-stats.ts';
import type { Session } from '../../core/session/session.ts';
import { forgetLastMatch } from '../../core/text/forget-last-match.ts';
import type { Drafts, PanelHost, PanelServices, ViewState } from '../host/panel-host.ts';
import { checksModule, createLazyCheckCache, createLazyRowNotes } from './analysis.ts';
import { type CollapsedSections, createCollapsedSections } from './collapsed-sections.ts';
import { type CompareState, createCompareState } from './compare-state.ts';
import { type CopyState, createCopyState } from './copy-state.ts';
import { createFilterState, type FilterState } from './filter/filter-state.ts';
import { createLimitsState, type LimitsState } from './limits-state.ts';
import { createLogRevision, type LogRevision } from './log-revision.ts';
import { createMappingState, type MappingState } from './mapping-state.ts';
import { createNavigationState, type NavigationState } from './navigation-state.ts';
import { createNotices, type Notices } from './notices.ts';
import { createRecordingState, type RecordingState } from './recording-state.ts';
import { createReferenceState, type ReferenceState } from './reference-state.ts';
import type { RowNotesSource } from './row-notes.ts';
import { createSearchState, type SearchState } from './search-state.ts';
import { createSelectionState, type SelectionState } from './selection.ts';
import { addServerNotices } from './server-notices.ts';
import { addSettingsNotices } from './settings-notices.ts';
import { createSettingsState, type SettingsState } from './settings-state.ts';
import { createSortState, type SortState } from './sort/sort-state.ts';
import { createStatusMessage, type StatusMessageState } from './status-message.ts';

export interface PanelState extends LogRevision, RecordingState, SettingsState, NavigationState, CopyState {
  readonly log: ExchangeLog;
  readonly session: Session;
  /** About all requests of the page, in the log or not. */
  readonly traffic: TrafficStats;
  /** About the requests that development servers announced. */
  readonly serverStats: PanelHost['serverStats'];
  readonly importer: PanelHost['importer'];
  readonly browser: PanelHost['browser'];
  readonly theme: PanelHost['theme'];
  readonly selection: SelectionState;
  readonly sections: CollapsedSections;
  readonly compare: CompareState;
  readonly filter: FilterState;
  readonly sort: SortState;
  /** Scroll position of the list; outlives the panel's page. */
  readonly listPosition: Pick<ViewState, 'scrollTop' | 'followsTail'>;
  /** The search over all requests in the list. */
  readonly search: SearchState;
  readonly mappings: MappingState;
  /** Text typed in dialogs and not submitted yet; outlives the panel's page. */
  readonly drafts: Drafts;
  /** The extension was reloaded or updated: nothing more is captured. */
  readonly isDisconnected: Signal<boolean>;
  readonly limits: LimitsState;
  readonly reference: ReferenceState;
  readonly notices: Notices;
  /** The last action, at the foot of the panel. */
  readonly statusMessage: StatusMessageState;
  /** Empties the log and resets the list and the selection. */
  clear(): void;
  diagnosisOf(exchange: Exchange): Diagnosis;
  readonly rowNotes: RowNotesSource['notesOf'];
  readonly copyText: PanelServices['copyText'];
  readonly saveFile: PanelServices['saveFile'];
  readonly version: string;
}

export function createPanelState(
  host: PanelHost,
  { copyText, saveFile, version, remount }: PanelServices,
): { state: PanelState; dispose: () => void } {
  const { log, session, diagnosisOf, view, settings } = host;
  const compare = createCompareState(view.compare);
  const selection = createSelectionState(view, compare);
  const resetListPosition = () => {
    view.scrollTop = 0;
    view.followsTail = true;
  };
  const logRevision = createLogRevision(log, (isEmpty) => {
    const { value: selected } = selection.id;
    if (selected !== undefined && log.get(selected) === undefined) selection.select(undefined);
    if (isEmpty) resetListPosition();
  });
  const { revision, afterRender, renderNow } = logRevision;
  const checks = createLazyCheckCache();
  const rowNotes = createLazyRowNotes({ session, diagnosisOf });
  const filter = createFilterState(view, log, revision, { diagnosisOf, ...checks }, checksModule);
  const sort = createSortState(view.sort, filter.filtered, revision, {
    diagnosisOf,
    attemptIndex: rowNotes.attemptIndex,
  });
  const reference = createReferenceState(view.reference);
  const navigation = createNavigationState(view, reference);
  const notices = createNotices();
  const stopSettingsNotices = addSettingsNotices(notices, host);
  const stopServerNotices = addServerNotices(notices, host);
  const statusMessage = createStatusMessage();

  const copy = createCopyState(copyText, statusMessage, navigation);

  const state: PanelState = {
    log,
    session,
    traffic: host.traffic,
    get serverStats() {
      return host.serverStats;
    },
    importer: host.importer,
    browser: host.browser,
    theme: host.theme,
    revision,
    afterRender,
    renderNow,
    get isBurst() {
      return logRevision.isBurst;
    },
    ...createRecordingState(host.recording),
    ...createSettingsState(host, remount),
    ...navigation,
    ...copy,
    selection,
    sections: createCollapsedSections(settings, host.saveSettings),
    compare,
    filter,
    sort,
    listPosition: view,
    search: createSearchState(view.search),
    mappings: createMappingState(host),
    drafts: view.drafts,
    isDisconnected: signal(false),
    limits: createLimitsState(view.limits),
    reference,
    notices,
    statusMessage,
    clear() {
      selection.select(undefined);
      selection.openTab('explanation');
      resetListPosition();
      copy.forgetRefusedText();
      log.clear();
      // Until the next frame, which a hidden panel doesn't get, the signals would hold the list.
      logRevision.renderNow();
      checks.invalidateFrom([]);
      forgetLastMatch();
    },
    diagnosisOf,
    rowNotes: rowNotes.notesOf,
    copyText,
    saveFile,
    version,
  };
  const dispose = () => {
    logRevision.dispose();
    stopSettingsNotices();
    stopServerNotices();
    filter.dispose();
    sort.dispose();
    statusMessage.dispose();
  };
  return { state, dispose };
}
