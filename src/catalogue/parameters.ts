// Source: XeroAPI/Xero-OpenAPI:xero-projects.yaml 16.1.0, parameters, read 2026-11-22.
// Path and query parameters; which operation takes which is said in operations.ts.

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
  meaning: 'Which page of the list',
};

const pageSize: ParameterRow = {
  ...optional,
  name: 'pageSize',
  type: 'integer',
  min: 1,
  max: maxPageSize,
  default: String(defaultPageSize),
  rule: `A whole number from 1 to ${maxPageSize}`,
  meaning: 'Most items on a page',
  mistakenFor: ['limit', 'per_page', 'perPage', 'size', 'count'],
  differences: [
    {
      specification: `${defaultPageSize} unless asked otherwise`,
      live: '500 was echoed for `?page=1`',
      citation: projectsRecording,
    },
  ],
};

const chargeable: ParameterRow = {
  ...optional,
  name: 'isChargeable',
  type: 'boolean',
  rule: 'true or false',
  meaning: 'Where true, only time on tasks of type TIME or FIXED',
};

const inclusive = { ...optional, type: 'date-time', rule: 'ISO 8601, in UTC' } as const;

export const paging: readonly ParameterRow[] = [page, pageSize];

export const projectFilters: readonly ParameterRow[] = [
  {
    ...id,
    name: 'projectIds',
    commaSeparated: true,
    rule: 'UUIDs, joined by commas in one parameter',
    meaning: 'Only these projects',
    differences: [
      {
        specification: 'A list',
        live: 'A repeated parameter does not filter; commas do',
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
      { specification: '`contactID`', live: '`contactId` in the example of the Projects page', citation: projectsPage },
    ],
  },
  {
    ...optional,
    name: 'states',
    type: 'enum',
    toleratesList: true,
    values: projectStatuses,
    rule: 'INPROGRESS or CLOSED',
    meaning: 'Only projects in this state',
    mistakenFor: ['status', 'state', 'statuses'],
    differences: [
      {
        specification: 'One state',
        live: 'Clients send both, joined by a comma. Whether both filter is not known',
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
    rule: 'UUIDs, joined by commas in one parameter',
    meaning: 'Only these tasks',
  },
  {
    ...optional,
    name: 'chargeType',
    type: 'enum',
    values: chargeTypes,
    rule: 'TIME, FIXED or NON_CHARGEABLE',
    meaning: 'Only tasks charged so',
  },
];

export const timeFilters: readonly ParameterRow[] = [
  { ...id, name: 'userId', meaning: 'Only time of this user' },
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
    rule: 'ACTIVE, LOCKED or INVOICED, joined by commas',
    meaning: 'Only time in these states',
    mistakenFor: ['status', 'state', 'statuses'],
    citation: timePage,
  },
  chargeable,
  {
    ...inclusive,
    name: 'dateAfterUtc',
    meaning: 'Only time on or after this moment, by its `dateUtc`',
    mistakenFor: ['dateFrom', 'fromDate', 'dateAfter', 'startDate'],
  },
  {
    ...inclusive,
    name: 'dateBeforeUtc',
    meaning: 'Only time on or before this moment, by its `dateUtc`',
    mistakenFor: ['dateTo', 'toDate', 'dateBefore', 'endDate'],
  },
];
