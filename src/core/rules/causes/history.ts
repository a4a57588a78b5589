// What earlier exchanges show about a request. Searched lazily, from the newest back.

import { type ConnectionsList, lastConnectionsList, readConnections } from '../../match/connections.ts';
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
  /** Responses with ids, newest first. */
  readonly responses: readonly ResponseWithIds[];
  /** The last response with this project. */
  project(projectId: string): Occurrence<ShownProject> | undefined;
  task(taskId: string): Occurrence<ShownTask> | undefined;
  time(timeEntryId: string): Occurrence<ShownTime> | undefined;
  /** The last complete list of an operation for a tenant. */
  lastCompleteList(operation: string, tenant: string | undefined): ResponseWithIds | undefined;
  connections: ReturnType<typeof readConnections>;
  /** The last response of `/connections`, also if it is an empty list. */
  lastList: ConnectionsList | undefined;
  /** The newest exchange that matches. */
  last(matches: (exchange: Exchange) => boolean): Exchange | undefined;
  /** The name of a tenant if `/connections` returned it, else its id. */
  nameOf(tenant: string): string;
}

interface ResponseWithIds {
  readonly exchange: Exchange;
  readonly tenant: string | undefined;
  readonly shown: Shown;
}

interface Occurrence<T> {
  readonly record: T;
  readonly exchange: Exchange;
  readonly tenant: string | undefined;
}

/** Older responses aren't searched. */
const MAX_RESPONSES = 200;

/** `earlier` is in order of time. */
export function createHistory(earlier: readonly Exchange[]): History {
  const responses: ResponseWithIds[] = [];
  for (let i = earlier.length - 1; i >= 0 && responses.length < MAX_RESPONSES; i--) {
    const exchange = earlier[i] as Exchange;
    if (mayContainIds(exchange)) responses.push({ exchange, tenant: tenantId(exchange), shown: extractIds(exchange) });
  }
  const connections = readConnections(earlier);
  const find = <T>(pick: (shown: Shown) => T | undefined): Occurrence<T> | undefined => {
    for (const { exchange, tenant, shown } of responses) {
      const record = pick(shown);
      if (record !== undefined) return { record, exchange, tenant };
    }
    return undefined;
  };
  return {
    responses,
    connections,
    lastList: lastConnectionsList(earlier),
    project: (id) => find(({ projects }) => projects.find((each) => each.projectId === id)),
    task: (id) => find(({ tasks }) => tasks.find((each) => each.taskId === id)),
    time: (id) => find(({ times }) => times.find((each) => each.timeEntryId === id)),
    lastCompleteList: (operation, tenant) =>
      responses.find(
        (each) => each.exchange.match.operation === operation && each.tenant === tenant && each.shown.isComplete,
      ),
    last: (matches) => earlier.findLast((each) => matches(each)),
    nameOf: (tenant) => {
      const name = connections?.connections.find((each) => each.tenantId === tenant)?.tenantName;
      return quote(name ?? `${tenant.slice(0, 8)}…`, 40);
    },
  };
}
