// What the panel shows at the moment: signals over the log, and the view that outlives the panel's page.

import { batch, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { type Diagnosis, diagnose } from '../../core/diagnose/diagnose.ts';
import type { Exchange } from '../../core/model/exchange.ts';
import type { ExchangeLog } from '../../core/model/exchange-log.ts';
import type { TrafficStats } from '../../core/model/traffic-stats.ts';
import type { Session } from '../../core/session/session.ts';
import type { DialogName, PanelHost, PanelServices, View } from '../host/panel-host.ts';
import { checksModule, createLazyCheckCache } from './analysis.ts';
import { type CollapsedSections, createCollapsedSections } from './collapsed-sections.ts';
import { type CompareState, createCompareState } from './compare-state.ts';
import { createFilterState, type FilterState } from './filter/filter-state.ts';
import { createMappingState, type MappingState } from './mapping-state.ts';
import { createNotices, type Notices } from './notices.ts';
import { createReferenceState, type ReferenceState } from './reference-state.ts';
import { createRenderScheduler } from './render-scheduler.ts';
import { createSearchState, type SearchState } from './search-state.ts';
import { createSelectionState, type SelectionState } from './selection.ts';
import { createSortState, type SortState } from './sort/sort-state.ts';
import { createStatusMessage, type StatusMessageState } from './status-message.ts';

export interface PanelState {
  readonly log: ExchangeLog;
  readonly session: Session;
  readonly heard: TrafficStats;
  /** Changes whenever the log is to be drawn anew. Read it before reading the log. */
  readonly revision: ReadonlySignal<number>;
  /** That is in the middle of a burst; another drawing comes after it. */
  readonly isBurst: boolean;
  /** Does something in a task of its own once what the log holds is in sight. */
  afterRender(act: () => void): void;
  readonly selection: SelectionState;
  readonly sections: CollapsedSections;
  readonly compare: CompareState;
  readonly filter: FilterState;
  readonly sort: SortState;
  /** Over all calls of the list. */
  readonly search: SearchState;
  readonly isRecording: ReadonlySignal<boolean>;
  setRecording(on: boolean): void;
  readonly preserveLog: ReadonlySignal<boolean>;
  setPreserveLog(on: boolean): void;
  readonly mappings: MappingState;
  resetSettings(): void;
  readonly isDisconnected: Signal<boolean>;
  readonly view: ReadonlySignal<View>;
  readonly reference: ReferenceState;
  readonly dialog: ReadonlySignal<DialogName | undefined>;
  /** What the user is to know, until it is closed. */
  readonly notices: Notices;
  /** What was last done, at the foot of the panel. */
  readonly statusMessage: StatusMessageState;
  /** In which the client to copy is written. */
  readonly clientLanguage: ReadonlySignal<string>;
  openView(view: View): void;
  /** `undefined` closes the one that is open. */
  openDialog(name: DialogName | undefined): void;
  /** Opens the reference at the entry of this id. */
  openReference(id: string): void;
  /** Empties the log and begins anew with the view. */
  clear(): void;
  diagnosisOf(exchange: Exchange): Diagnosis;
  setClientLanguage(language: string): void;
  /** Classes that exports and copies show as they are, separated by spaces. */
  readonly unredactedClasses: ReadonlySignal<string>;
  setUnredactedClasses(classes: string): void;
  readonly copyText: PanelServices['copyText'];
  readonly saveFile: PanelServices['saveFile'];
  readonly version: string;
}

export function createPanelState(
  {
    log,
    session,
    traffic,
    recording,
    view,
    settings,
    invalidSettings,
    saveSettings,
    resetSettings,
    onSaveError,
  }: PanelHost,
  { copyText, saveFile, version, remount }: PanelServices,
): { state: PanelState; dispose: () => void } {
  const revision = signal(0);
  const compare = createCompareState(view.compare);
  const selection = createSelectionState(view, compare);
  // Exchanges are immutable: a diagnosis holds as long as its exchange does.
  const diagnoses = new WeakMap<Exchange, Diagnosis>();
  let isBurst = false;
  let wasEmpty = log.exchanges.length === 0;
  const afterDrawing: (() => void)[] = [];
  const pace = createRenderScheduler(
    (goesOn) => {
      isBurst = goesOn;
      wasEmpty = log.exchanges.length === 0;
      batch(() => {
        const { value: selected } = selection.id;
        if (selected !== undefined && log.get(selected) === undefined) selection.select(undefined);
        if (wasEmpty) resetScroll();
        revision.value++;
      });
      for (const act of afterDrawing.splice(0)) afterFrame(act);
    },
    // The list itself is made with its first row.
    () => wasEmpty,
  );
  const unsubscribe = log.subscribe(pace.request);

  /** A list that was emptied begins anew, as one that nobody has scrolled. */
  const resetScroll = () => {
    view.scrollTop = 0;
    view.followsTail = true;
  };
  const shownView = signal(view.view);
  const openView = (next: View) => {
    view.view = next;
    shownView.value = next;
  };
  const dialog = signal(view.dialog);
  const notices = createNotices();
  if (invalidSettings.length > 0) {
    const names = invalidSettings.join(', ');
    notices.add({
      text: `Settings that cannot be read were reset: ${names}.`,
      onDismiss: () => invalidSettings.splice(0),
    });
  }
  const unsaved = { text: 'The browser did not save the settings: they last until DevTools is closed.' };
  const unsubscribeSaveError = onSaveError(() => {
    if (!notices.all.value.includes(unsaved)) notices.add(unsaved);
  });
  const statusMessage = createStatusMessage();
  const isRecording = signal(recording.isOn);
  const preserveLog = signal(settings.preserveLog);
  const reference = createReferenceState(view.reference);
  const clientLanguage = signal(settings.clientLanguage);
  const unredactedClasses = signal(settings.unredacted);

  const diagnosisOf = (exchange: Exchange) => {
    const known = diagnoses.get(exchange);
    if (known) return known;
    const diagnosis = diagnose(exchange);
    diagnoses.set(exchange, diagnosis);
    return diagnosis;
  };

  const filter = createFilterState(view, log, revision, { diagnosisOf, ...createLazyCheckCache() }, checksModule);
  const state: PanelState = {
    log,
    session,
    heard: traffic,
    revision,
    get isBurst() {
      return isBurst;
    },
    afterRender(act) {
      if (pace.isDue) afterDrawing.push(act);
      else afterFrame(act);
    },
    selection,
    sections: createCollapsedSections(settings, saveSettings),
    compare,
    filter,
    sort: createSortState(view, filter.filtered, revision, { diagnosisOf, session }),
    search: createSearchState(view.search),
    isRecording,
    setRecording(on) {
      if (recording.isOn !== on) recording.toggledAtMs.push(Date.now());
      recording.isOn = on;
      isRecording.value = on;
    },
    preserveLog,
    setPreserveLog(on) {
      preserveLog.value = on;
      saveSettings({ preserveLog: on });
    },
    mappings: createMappingState({ settings, view, saveSettings }),
    resetSettings() {
      resetSettings();
      remount();
    },
    isDisconnected: signal(false),
    view: shownView,
    reference,
    dialog,
    notices,
    statusMessage,
    clientLanguage,
    openView,
    openDialog(name) {
      view.dialog = name;
      dialog.value = name;
    },
    openReference: (id) =>
      batch(() => {
        // A search that does not find it would keep it out of the list.
        reference.search('');
        reference.open(id);
        openView('reference');
      }),
    clear() {
      selection.select(undefined);
      selection.openTab('explanation');
      resetScroll();
      log.clear();
    },
    diagnosisOf,
    setClientLanguage(language) {
      clientLanguage.value = language;
      saveSettings({ clientLanguage: language });
    },
    unredactedClasses,
    setUnredactedClasses(classes) {
      unredactedClasses.value = classes;
      saveSettings({ unredacted: classes });
    },
    copyText,
    saveFile,
    version,
  };
  const dispose = () => {
    unsubscribe();
    unsubscribeSaveError();
    pace.cancel();
    filter.dispose();
    statusMessage.end();
  };
  return { state, dispose };
}

/** The frame lays out what was drawn. */
function afterFrame(act: () => void): void {
  requestAnimationFrame(() => setTimeout(act));
}
