// The record can't be changed in its current state.

import { type ImmutableRecord, immutableRecords } from '../../../catalogue/immutable-records.ts';
import { clockTime } from '../../text/clock-time.ts';
import type { Cause, CauseRule, FailedRequest } from './cause.ts';

export const rule: CauseRule = {
  id: 'record-locked',
  statuses: [400],
  run(refusal) {
    const { id } = refusal.context.operation ?? {};
    const rows = immutableRecords.filter(({ operations }) => operations.some((each) => each === id));
    if (rows.length === 0) return [];
    const occurrence = lastKnownState(refusal);
    const row = occurrence && rows.find((each) => isIn(occurrence, each));
    if (occurrence && row) return [seen(row, occurrence)];
    // If Xero names a field or a check found an error, the record's state may not be the cause.
    const { diagnosis, findings } = refusal;
    if (diagnosis.fieldErrors.length > 0 || findings.some(({ severity }) => severity === 'error')) return [];
    const open = rows.filter(({ status }) => status === undefined || occurrence?.status !== 'ACTIVE');
    return open.length === 0 ? [] : [unseen(open)];
  },
};

interface LastKnownState {
  readonly status: string;
  readonly hasTime: boolean;
  readonly id: number;
  readonly startedMs: number;
}

function lastKnownState({ ids: { taskId, timeEntryId }, history }: FailedRequest): LastKnownState | undefined {
  const time = timeEntryId === undefined ? undefined : history.time(timeEntryId);
  const task = taskId === undefined ? undefined : history.task(taskId);
  const occurrence = time ?? task;
  if (occurrence === undefined) return undefined;
  const { id, startedMs } = occurrence.exchange;
  return { status: occurrence.record.status, hasTime: task?.record.hasTime ?? false, id, startedMs };
}

function isIn({ status, hasTime }: LastKnownState, row: ImmutableRecord): boolean {
  return row.status === undefined ? hasTime : row.status === status;
}

function seen({ status, rule: words, fix, citation }: ImmutableRecord, { id, startedMs }: LastKnownState): Cause {
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
