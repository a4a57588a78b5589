// What a request body must be, one row per rule and field. Only the rows marked `documented` carry Xero's own words; no refusal of
// a task or of time has been published, so the other sentences are modelled on those two.

import type { Entity } from './operations.ts';

export type Must =
  | { readonly kind: 'present' | 'not-blank' | 'uuid' | 'number' | 'date' | 'currency' }
  | { readonly kind: 'at-most'; readonly characters: number }
  | { readonly kind: 'whole'; readonly from: number; readonly to: number }
  | { readonly kind: 'one-of'; readonly values: readonly string[] };

export interface Rule {
  readonly entity: Entity;
  /** Only then; otherwise whenever the entity is sent. */
  readonly method?: 'POST';
  /** The property as it is sent, dots between levels. */
  readonly field: string;
  readonly must: Must;
  /** `{sent}` stands for the value that was sent. */
  readonly says: string;
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
  { ...documented, field: 'name', must: { kind: 'not-blank' }, says: 'The Project Name cannot be empty' },
  {
    ...documented,
    method: 'POST',
    field: 'contactId',
    must: { kind: 'not-blank' },
    says: 'The ContactId cannot be null or empty',
  },
  { ...project, method: 'POST', field: 'contactId', must: uuid, says: notA('System.Guid') },
  { ...project, field: 'estimateAmount', must: number, says: notA('System.Double') },
  { ...project, field: 'deadlineUtc', must: date, says: notA('System.DateTime') },

  { entity: 'ProjectPatch', basis: 'inferred', field: 'status', must: present, says: 'The Status cannot be empty' },
  {
    entity: 'ProjectPatch',
    basis: 'inferred',
    field: 'status',
    must: { kind: 'one-of', values: ['INPROGRESS', 'CLOSED'] },
    says: notA('ProjectStatus'),
  },

  { ...task, field: 'name', must: { kind: 'not-blank' }, says: 'The Task Name cannot be empty' },
  {
    ...task,
    field: 'name',
    must: { kind: 'at-most', characters: 100 },
    says: 'The Task Name cannot be longer than 100 characters',
  },
  { ...task, field: 'rate', must: present, says: 'The Rate cannot be empty' },
  { ...task, field: 'rate.value', must: number, says: notA('System.Double') },
  { ...task, field: 'rate.currency', must: { kind: 'currency' }, says: notA('CurrencyCode') },
  { ...task, field: 'chargeType', must: present, says: 'The ChargeType cannot be empty' },
  { ...task, field: 'chargeType', must: { kind: 'one-of', values: chargeTypes }, says: notA('ChargeType') },
  {
    ...task,
    field: 'estimateMinutes',
    must: { kind: 'whole', from: 1, to: Number.MAX_SAFE_INTEGER },
    says: 'The EstimateMinutes must be greater than 0',
  },

  { ...time, field: 'userId', must: present, says: 'The UserId cannot be null or empty' },
  { ...time, field: 'userId', must: uuid, says: notA('System.Guid') },
  { ...time, field: 'taskId', must: present, says: 'The TaskId cannot be null or empty' },
  { ...time, field: 'taskId', must: uuid, says: notA('System.Guid') },
  { ...time, field: 'dateUtc', must: present, says: 'The DateUtc cannot be empty' },
  { ...time, field: 'dateUtc', must: date, says: notA('System.DateTime') },
  { ...time, field: 'duration', must: present, says: 'The Duration cannot be empty' },
  {
    ...time,
    field: 'duration',
    must: { kind: 'whole', from: 1, to: 59_940 },
    says: 'The Duration must be between 1 and 59940',
  },
];
