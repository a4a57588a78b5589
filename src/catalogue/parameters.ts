// Source: XeroAPI/Xero-OpenAPI:xero-projects.yaml 16.1.0, parameters, read 2026-11-22.
// Path and query parameters. `operations.ts` says which operation takes which.

import { projectsPage, projectsRecording, secondary, specification, timePage } from './citation.ts';
import { defaultPageSize, maxPageSize } from './constants.ts';
import { chargeTypes, projectStatuses } from './request-entities.ts';
import type { FieldRow, ParameterRow } from './schema.ts';

const optional = { required: false, citation: specification } as const;
const id = { ...optional, type: 'uuid', rule: 'A UUID' } as const;

export const pathParameters: readonly FieldRow[] = [
  { ...id, required: true, name: 'projectId', meaning: 'The project, from `getProjects`' },
  { ...id, required: true, name: 'taskId', meaning: 'The task, from `getTasks`' },
  { ...id, required: true, name: 'timeEntryId', meaning: 'The time entry, from `getTimeEntries`' },
];

const page: ParameterRow = {
  ...optional,
  name: 'page',
  type: 'integer',
  min: 1,
  default: '1',
  rule: 'A whole number above 0',
  meaning: 'Page of the list',
};

const pageSize: ParameterRow = {
  ...optional,
  name: 'pageSize',
  type: 'integer',
  min: 1,
  max: maxPageSize,
  default: String(defaultPageSize),
  rule: `A whole number from 1 to ${maxPageSize}`,
  meaning: 'Maximum number of items per page',
  mistakenFor: ['limit', 'per_page', 'perPage', 'size', 'count'],
  differences: [
    {
      specification: `${defaultPageSize} by default`,
      live: 'The response to `?page=1` had a `pageSize` of 500',
      citation: projectsRecording,
    },
  ],
};

const chargeable: ParameterRow = {
  ...optional,
  name: 'isChargeable',
  type: 'boolean',
  rule: 'true or false',
  meaning: 'If true, only time on TIME and FIXED tasks',
};

const inclusive = { ...optional, type: 'date-time', rule: 'ISO 8601, in UTC' } as const;

export const paging: readonly ParameterRow[] = [page, pageSize];

export const projectFilters: readonly ParameterRow[] = [
  {
    ...id,
    name: 'projectIds',
    commaSeparated: true,
    rule: 'UUIDs, separated by commas in one parameter',
    meaning: 'Only these projects',
    differences: [
      {
        specification: 'A list',
        live: 'Filters by a comma-separated list, but not by a repeated parameter',
        citation: secondary('xero-node, pull request 303', 'https://github.com/XeroAPI/xero-node/pull/303'),
      },
    ],
  },
  {
    ...id,
    name: 'contactID',
    alsoSpelled: 'contactId',
    meaning: 'Only projects for this contact',
    differences: [
      { specification: '`contactID`', live: '`contactId` in the example on the Projects page', citation: projectsPage },
    ],
  },
  {
    ...optional,
    name: 'states',
    type: 'enum',
    toleratesList: true,
    values: projectStatuses,
    rule: 'INPROGRESS or CLOSED',
    meaning: 'Only projects with this status',
    mistakenFor: ['status', 'state', 'statuses'],
    differences: [
      {
        specification: 'One value',
        live: 'Clients send both, separated by a comma. It isn’t known whether Xero filters by both',
        citation: { ...secondary('Public client code sends states=INPROGRESS,CLOSED'), retrieved: '2026-11-30' },
      },
    ],
  },
  ...paging,
];

export const taskFilters: readonly ParameterRow[] = [
  ...paging,
  {
    ...id,
    name: 'taskIds',
    commaSeparated: true,
    rule: 'UUIDs, separated by commas in one parameter',
    meaning: 'Only these tasks',
  },
  {
    ...optional,
    name: 'chargeType',
    type: 'enum',
    values: chargeTypes,
    rule: 'TIME, FIXED or NON_CHARGEABLE',
    meaning: 'Only tasks with this charge type',
  },
];

export const timeFilters: readonly ParameterRow[] = [
  { ...id, name: 'userId', meaning: 'Only time logged by this user' },
  { ...id, name: 'taskId', meaning: 'Only time on this task' },
  { ...id, name: 'invoiceId', meaning: 'Only time on this invoice' },
  { ...id, name: 'contactId', meaning: 'Only time for this contact' },
  ...paging,
  {
    ...optional,
    name: 'states',
    type: 'enum',
    commaSeparated: true,
    values: ['ACTIVE', 'LOCKED', 'INVOICED'],
    rule: 'ACTIVE, LOCKED or INVOICED, separated by commas',
    meaning: 'Only time with these statuses',
    mistakenFor: ['status', 'state', 'statuses'],
    citation: timePage,
  },
  chargeable,
  {
    ...inclusive,
    name: 'dateAfterUtc',
    meaning: 'Only time with a `dateUtc` at or after this time',
    mistakenFor: ['dateFrom', 'fromDate', 'dateAfter', 'startDate'],
  },
  {
    ...inclusive,
    name: 'dateBeforeUtc',
    meaning: 'Only time with a `dateUtc` at or before this time',
    mistakenFor: ['dateTo', 'toDate', 'dateBefore', 'endDate'],
  },
];
