// The record cannot be written in the state that it is in.

import { type FrozenRecord, frozenRecords } from '../../../catalogue/immutable-records.ts';
import { clockTime } from '../../text/clock-time.ts';
import type { Cause, CauseRule, Refusal } from './cause.ts';

export const rule: CauseRule = {
  id: 'record-locked',
  statuses: [400],
  run(refusal) {
    const { id } = refusal.call.operation ?? {};
    const rows = frozenRecords.filter(({ operations }) => operations.some((each) => each === id));
    if (rows.length === 0) return [];
    const sight = lastSight(refusal);
    const row = sight && rows.find((each) => isIn(sight, each));
    if (sight && row) return [seen(row, sight)];
    // Xero names a field, or a check sees what is wrong: then it need not be the record.
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

function lastSight({ ids: { taskId, timeEntryId }, memory }: Refusal): LastSight | undefined {
  const time = timeEntryId === undefined ? undefined : memory.time(timeEntryId);
  const task = taskId === undefined ? undefined : memory.task(taskId);
  const sight = time ?? task;
  if (sight === undefined) return undefined;
  const { id, startedMs } = sight.exchange;
  return { status: sight.what.status, hasTime: task?.what.hasTime ?? false, id, startedMs };
}

function isIn({ status, hasTime }: LastSight, row: FrozenRecord): boolean {
  return row.status === undefined ? hasTime : row.status === status;
}

function seen({ status, rule: words, fix, source }: FrozenRecord, { id, startedMs }: LastSight): Cause {
  const state = status === undefined ? 'with time on it' : `as ${status}`;
  return {
    text: `It was shown ${state} at ${clockTime(startedMs)}: ${words}.`,
    fix,
    sure: 'likely',
    rests: [id],
    source,
  };
}

function unseen(rows: readonly FrozenRecord[]): Cause {
  const { source } = rows.at(-1) as FrozenRecord;
  const rules = new Set(rows.filter((row) => row.source === source).map((row) => row.rule));
  return {
    text: `The record may be in a state in which it is refused: ${[...rules].join('; ')}.`,
    fix: 'Read it by GET, and look at its `status`.',
    sure: 'possible',
    rests: [],
    source,
  };
}
