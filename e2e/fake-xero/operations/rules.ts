// The rules for request bodies, one row per rule and field. Only rows marked `documented` have Xero's own message; no rejection of
// a task or time entry has been published, so the other messages are modelled on those two.

import type { Entity } from './operations.ts';

export type Constraint =
  | { readonly kind: 'present' | 'not-blank' | 'uuid' | 'number' | 'date' | 'currency' }
  | { readonly kind: 'max-length'; readonly characters: number }
  | { readonly kind: 'integer'; readonly min: number; readonly max: number }
  | { readonly kind: 'one-of'; readonly values: readonly string[] };

export interface Rule {
  readonly entity: Entity;
  /** By default, every method that sends the entity. */
  readonly method?: 'POST';
  /** The name of the property as sent, with dots between levels. */
  readonly field: string;
  readonly constraint: Constraint;
  /** `{sent}` is replaced by the value that was sent. */
  readonly message: string;
  readonly basis: 'documented' | 'inferred';
}

const project = { entity: 'ProjectCreateOrUpdate', basis: 'inferred' } as const;
const task = { entity: 'TaskCreateOrUpdate', basis: 'inferred' } as const;
const time = { entity: 'TimeEntryCreateOrUpdate', basis: 'inferred' } as const;
const documented = { entity: 'ProjectCreateOrUpdate', basis: 'documented' } as const;

const present = { kind: 'present' } as const;
const uuid = { kind: 'uuid' } as const;
const number = { kind: 'number' } as const;
const date = { kind: 'date' } as const;
const chargeTypes = ['TIME', 'FIXED', 'NON_CHARGEABLE'];

const notA = (type: string) => `Error converting value "{sent}" to type '${type}'.`;

export const rules: readonly Rule[] = [
  { ...documented, field: 'name', constraint: { kind: 'not-blank' }, message: 'The Project Name cannot be empty' },
  {
    ...documented,
    method: 'POST',
    field: 'contactId',
    constraint: { kind: 'not-blank' },
    message: 'The ContactId cannot be null or empty',
  },
  { ...project, method: 'POST', field: 'contactId', constraint: uuid, message: notA('System.Guid') },
  { ...project, field: 'estimateAmount', constraint: number, message: notA('System.Double') },
  { ...project, field: 'deadlineUtc', constraint: date, message: notA('System.DateTime') },

  {
    entity: 'ProjectPatch',
    basis: 'inferred',
    field: 'status',
    constraint: present,
    message: 'The Status cannot be empty',
  },
  {
    entity: 'ProjectPatch',
    basis: 'inferred',
    field: 'status',
    constraint: { kind: 'one-of', values: ['INPROGRESS', 'CLOSED'] },
    message: notA('ProjectStatus'),
  },

  { ...task, field: 'name', constraint: { kind: 'not-blank' }, message: 'The Task Name cannot be empty' },
  {
    ...task,
    field: 'name',
    constraint: { kind: 'max-length', characters: 100 },
    message: 'The Task Name cannot be longer than 100 characters',
  },
  { ...task, field: 'rate', constraint: present, message: 'The Rate cannot be empty' },
  { ...task, field: 'rate.value', constraint: number, message: notA('System.Double') },
  { ...task, field: 'rate.currency', constraint: { kind: 'currency' }, message: notA('CurrencyCode') },
  { ...task, field: 'chargeType', constraint: present, message: 'The ChargeType cannot be empty' },
  { ...task, field: 'chargeType', constraint: { kind: 'one-of', values: chargeTypes }, message: notA('ChargeType') },
  {
    ...task,
    field: 'estimateMinutes',
    constraint: { kind: 'integer', min: 1, max: Number.MAX_SAFE_INTEGER },
    message: 'The EstimateMinutes must be greater than 0',
  },

  { ...time, field: 'userId', constraint: present, message: 'The UserId cannot be null or empty' },
  { ...time, field: 'userId', constraint: uuid, message: notA('System.Guid') },
  { ...time, field: 'taskId', constraint: present, message: 'The TaskId cannot be null or empty' },
  { ...time, field: 'taskId', constraint: uuid, message: notA('System.Guid') },
  { ...time, field: 'dateUtc', constraint: present, message: 'The DateUtc cannot be empty' },
  { ...time, field: 'dateUtc', constraint: date, message: notA('System.DateTime') },
  { ...time, field: 'duration', constraint: present, message: 'The Duration cannot be empty' },
  {
    ...time,
    field: 'duration',
    constraint: { kind: 'integer', min: 1, max: 59_940 },
    message: 'The Duration must be between 1 and 59940',
  },
];
