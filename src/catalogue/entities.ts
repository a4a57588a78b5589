// Source: XeroAPI/Xero-OpenAPI:xero-projects.yaml 16.1.0 and the Projects, Tasks and Time pages, read 2026-11-22.
// The fields that requests may hold, each with the rule that Xero documents for it.

import { projectsPage, type Source, secondary, specification, tasksPage, timePage } from './source.ts';

export interface FieldRow {
  readonly name: string;
  readonly type: 'string' | 'uuid' | 'number' | 'integer' | 'date-time' | 'enum' | 'Amount';
  readonly required: boolean;
  /** One phrase, as it is shown beside Xero's message. */
  readonly rule: string;
  readonly source: Source;
}

export type EntityName =
  | 'ProjectCreateOrUpdate'
  | 'ProjectPatch'
  | 'TaskCreateOrUpdate'
  | 'TimeEntryCreateOrUpdate'
  | 'Amount';

const clientNotes = secondary('CData documentation of the Projects API');

export const entities: Record<EntityName, readonly FieldRow[]> = {
  ProjectCreateOrUpdate: [
    { name: 'name', type: 'string', required: true, rule: 'Required, not empty', source: specification },
    {
      name: 'contactId',
      type: 'uuid',
      required: true,
      rule: 'Required on create, a UUID, fixed afterwards',
      source: projectsPage,
    },
    {
      name: 'estimateAmount',
      type: 'number',
      required: false,
      rule: 'Optional, a plain number',
      source: specification,
    },
    {
      name: 'deadlineUtc',
      type: 'date-time',
      required: false,
      rule: 'Optional, ISO 8601 in UTC',
      source: specification,
    },
  ],
  ProjectPatch: [
    { name: 'status', type: 'enum', required: true, rule: 'Required, INPROGRESS or CLOSED', source: specification },
  ],
  TaskCreateOrUpdate: [
    { name: 'name', type: 'string', required: true, rule: 'Required, at most 100 characters', source: specification },
    {
      name: 'rate',
      type: 'Amount',
      required: true,
      rule: 'Required: currency and value, for every charge type',
      source: specification,
    },
    {
      name: 'chargeType',
      type: 'enum',
      required: true,
      rule: 'Required: TIME, FIXED or NON_CHARGEABLE',
      source: specification,
    },
    {
      name: 'estimateMinutes',
      type: 'integer',
      required: false,
      rule: 'Optional, whole minutes above 0',
      source: tasksPage,
    },
  ],
  TimeEntryCreateOrUpdate: [
    {
      name: 'userId',
      type: 'uuid',
      required: true,
      rule: 'Required, a Projects user of this organisation',
      source: specification,
    },
    {
      name: 'taskId',
      type: 'uuid',
      required: true,
      rule: 'Required, a task of the project in the path',
      source: timePage,
    },
    { name: 'dateUtc', type: 'date-time', required: true, rule: 'Required, ISO 8601 in UTC', source: specification },
    {
      name: 'duration',
      type: 'integer',
      required: true,
      rule: 'Required, whole minutes from 1 to 59,940',
      source: specification,
    },
    {
      name: 'description',
      type: 'string',
      required: false,
      rule: 'Optional; a PUT without it clears it',
      source: specification,
    },
  ],
  Amount: [
    {
      name: 'currency',
      type: 'enum',
      required: true,
      rule: "ISO 4217 code, the project's currency",
      source: clientNotes,
    },
    { name: 'value', type: 'number', required: true, rule: 'A number', source: specification },
  ],
};
