// Source: XeroAPI/Xero-OpenAPI:xero-projects.yaml 16.1.0 and the Tasks and Time pages, read 2026-11-22.
// Which records can't be changed, by their `status`. That Xero refuses the change is documented, but not what the refusal says.

import { type Citation, specification, tasksPage, timePage } from './citation.ts';
import type { OperationId } from './operations.ts';

export interface ImmutableRecord {
  readonly operations: readonly OperationId[];
  /** The record's status. Omitted: any status, if the task has time entries. */
  readonly status?: 'LOCKED' | 'INVOICED';
  readonly rule: string;
  readonly fix: string;
  readonly citation: Citation;
}

export const immutableRecords: readonly ImmutableRecord[] = [
  {
    operations: ['updateTimeEntry'],
    status: 'INVOICED',
    rule: 'only an ACTIVE time entry can be changed',
    fix: 'Leave it as it is.',
    citation: timePage,
  },
  {
    operations: ['updateTimeEntry'],
    status: 'LOCKED',
    rule: 'only an ACTIVE time entry can be changed',
    fix: 'Read its `status` again before you retry.',
    citation: timePage,
  },
  {
    operations: ['deleteTimeEntry'],
    status: 'INVOICED',
    rule: 'an INVOICED time entry can’t be deleted',
    fix: 'Leave it as it is.',
    citation: timePage,
  },
  {
    operations: ['updateTask'],
    status: 'INVOICED',
    rule: 'an invoiced FIXED task can’t be changed',
    fix: 'Leave it as it is.',
    citation: specification,
  },
  {
    operations: ['updateTask', 'deleteTask'],
    status: 'LOCKED',
    rule: 'a LOCKED task is changing state, for example being invoiced, and can’t be changed',
    fix: 'Try again shortly, once its `status` is ACTIVE.',
    citation: specification,
  },
  {
    operations: ['deleteTask'],
    status: 'INVOICED',
    rule: 'an INVOICED task can’t be deleted',
    fix: 'Leave it as it is.',
    citation: tasksPage,
  },
  {
    operations: ['deleteTask'],
    rule: 'a task that has time logged can’t be deleted',
    fix: 'Delete its time entries first, unless they’re invoiced.',
    citation: tasksPage,
  },
];
