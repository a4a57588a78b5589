// The record can't be changed in its current state.

import { type ImmutableRecord, immutableRecords } from '../../../catalogue/immutable-records.ts';
import { clockTime } from '../../text/clock-time.ts';
import type { Cause, CauseRule, FailedRequest } from './cause.ts';

export const rule: CauseRule = {
  id: 'record-locked',
  statuses: [400],
  run(refusal) {
    const { id } = refusal.call.operation ?? {};
    const rows = immutableRecords.filter(({ operations }) => operations.some((each) => each === id));
    if (rows.length === 0) return [];
    const sight = lastSight(refusal);
    const row = sight && rows.find((each) => isIn(sight, each));
    if (sight && row) return [seen(row, sight)];
    // If Xero names a field or a check found an error, the record's state may not be the cause.
    const { diagnosis, findings } = refusal;
    if (diagnosis.fieldErrors.length > 0 || findings.some(({ severity }) => severity === 'error')) return [];
    const open = rows.filter(({ status }) => status === undefined || sight?.status !== 'ACTIVE');
    return open.length === 0 ? [] : [unseen(open)];
  },
};

interface LastSight {
  readonly status: string;
  readonly hasTime: boolean;
  readonly id: number;
  readonly startedMs: number;
}

function lastSight({ ids: { taskId, timeEntryId }, history }: FailedRequest): LastSight | undefined {
  const time = timeEntryId === undefined ? undefined : history.time(timeEntryId);
  const task = taskId === undefined ? undefined : history.task(taskId);
  const sight = time ?? task;
  if (sight === undefined) return undefined;
  const { id, startedMs } = sight.exchange;
  return { status: sight.what.status, hasTime: task?.what.hasTime ?? false, id, startedMs };
}

function isIn({ status, hasTime }: LastSight, row: ImmutableRecord): boolean {
  return row.status === undefined ? hasTime : row.status === status;
}

function seen({ status, rule: words, fix, citation }: ImmutableRecord, { id, startedMs }: LastSight): Cause {
  const state = status === undefined ? 'had time logged' : `had the status ${status}`;
  return {
    observed: `At ${clockTime(startedMs)}, this record ${state}: ${words}`,
    fix,
    certainty: 'likely',
    relatedIds: [id],
    citation,
  };
}

function unseen(rows: readonly ImmutableRecord[]): Cause {
  const { citation } = rows.at(-1) as ImmutableRecord;
  const rules = new Set(rows.filter((row) => row.citation === citation).map((row) => row.rule));
  return {
    observed: `The record’s state may not allow this: ${[...rules].join(', and ')}`,
    fix: 'GET the record and check its `status`.',
    certainty: 'possible',
    relatedIds: [],
    citation,
  };
}
