// What the log told before a call, as far as causes ask for it. Looks from the newest exchange back, and only when asked.

import { connectionsSeen } from '../../match/connections.ts';
import { type Exchange, tenantOf } from '../../model/exchange.ts';
import { quote } from '../../text/quote.ts';
import { mayShow, type Shown, type ShownProject, type ShownTask, type ShownTime, shownBy } from './seen-ids.ts';

export interface Memory {
  /** The answers that showed ids, the newest first. */
  readonly answers: readonly Answer[];
  /** Where a project was last shown. */
  project(projectId: string): Sight<ShownProject> | undefined;
  task(taskId: string): Sight<ShownTask> | undefined;
  time(timeEntryId: string): Sight<ShownTime> | undefined;
  /** The last whole list of an operation for a tenant. */
  wholeList(operation: string, tenant: string | undefined): Answer | undefined;
  connections: ReturnType<typeof connectionsSeen>;
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

interface Sight<T> {
  readonly what: T;
  readonly exchange: Exchange;
  readonly tenant: string | undefined;
}

/** Answers further back than this are not read. */
const mostAnswers = 200;

/** `earlier` is in order of time. */
export function remember(earlier: readonly Exchange[]): Memory {
  const answers: Answer[] = [];
  for (let i = earlier.length - 1; i >= 0 && answers.length < mostAnswers; i--) {
    const exchange = earlier[i] as Exchange;
    if (mayShow(exchange)) answers.push({ exchange, tenant: tenantOf(exchange), shown: shownBy(exchange) });
  }
  const connections = connectionsSeen(earlier);
  const find = <T>(pick: (shown: Shown) => T | undefined): Sight<T> | undefined => {
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
    wholeList: (operation, tenant) =>
      answers.find(
        (each) => each.exchange.recognition.operation === operation && each.tenant === tenant && each.shown.isWhole,
      ),
    last: (fits) => earlier.findLast((each) => fits(each)),
    nameOf: (tenant) => {
      const name = connections?.connections.find((each) => each.tenantId === tenant)?.tenantName;
      return quote(name ?? `${tenant.slice(0, 8)}…`, 40);
    },
  };
}
