// What the log told before a call, as far as causes ask for it. Looks from the newest exchange back, and only when asked.

import { readConnections } from '../../match/connections.ts';
import { type Exchange, tenantId } from '../../model/exchange.ts';
import { quote } from '../../text/quote.ts';
import {
  extractIds,
  mayContainIds,
  type Shown,
  type ShownProject,
  type ShownTask,
  type ShownTime,
} from './seen-ids.ts';

export interface History {
  /** The answers that showed ids, the newest first. */
  readonly answers: readonly Answer[];
  /** Where a project was last shown. */
  project(projectId: string): Occurrence<ShownProject> | undefined;
  task(taskId: string): Occurrence<ShownTask> | undefined;
  time(timeEntryId: string): Occurrence<ShownTime> | undefined;
  /** The last whole list of an operation for a tenant. */
  lastCompleteList(operation: string, tenant: string | undefined): Answer | undefined;
  connections: ReturnType<typeof readConnections>;
  /** The newest exchange that fits. */
  last(fits: (exchange: Exchange) => boolean): Exchange | undefined;
  /** A tenant by its name where `/connections` told it, else by its id. */
  nameOf(tenant: string): string;
}

interface Answer {
  readonly exchange: Exchange;
  readonly tenant: string | undefined;
  readonly shown: Shown;
}

interface Occurrence<T> {
  readonly what: T;
  readonly exchange: Exchange;
  readonly tenant: string | undefined;
}

/** Answers further back than this are not read. */
const MAX_RESPONSES = 200;

/** `earlier` is in order of time. */
export function createHistory(earlier: readonly Exchange[]): History {
  const answers: Answer[] = [];
  for (let i = earlier.length - 1; i >= 0 && answers.length < MAX_RESPONSES; i--) {
    const exchange = earlier[i] as Exchange;
    if (mayContainIds(exchange)) answers.push({ exchange, tenant: tenantId(exchange), shown: extractIds(exchange) });
  }
  const connections = readConnections(earlier);
  const find = <T>(pick: (shown: Shown) => T | undefined): Occurrence<T> | undefined => {
    for (const { exchange, tenant, shown } of answers) {
      const what = pick(shown);
      if (what !== undefined) return { what, exchange, tenant };
    }
    return undefined;
  };
  return {
    answers,
    connections,
    project: (id) => find(({ projects }) => projects.find((each) => each.projectId === id)),
    task: (id) => find(({ tasks }) => tasks.find((each) => each.taskId === id)),
    time: (id) => find(({ times }) => times.find((each) => each.timeEntryId === id)),
    lastCompleteList: (operation, tenant) =>
      answers.find(
        (each) => each.exchange.match.operation === operation && each.tenant === tenant && each.shown.isWhole,
      ),
    last: (fits) => earlier.findLast((each) => fits(each)),
    nameOf: (tenant) => {
      const name = connections?.connections.find((each) => each.tenantId === tenant)?.tenantName;
      return quote(name ?? `${tenant.slice(0, 8)}…`, 40);
    },
  };
}
