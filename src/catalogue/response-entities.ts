// Source: XeroAPI/Xero-OpenAPI:xero-projects.yaml 16.1.0 and recordings of August 2026, read 2026-11-22.
// The fields of response bodies. `readOnly`: computed by Xero; a request can't set it.

import { projectsPage, projectsRecording, specification, tasksPage, timePage } from './citation.ts';
import { currencies } from './currencies.ts';
import { chargeTypes, projectStatuses } from './request-entities.ts';
import type { FieldRow } from './schema.ts';

const known = { required: false, citation: specification } as const;
const worked = { ...known, readOnly: true } as const;
const id = { ...worked, type: 'uuid', rule: 'A UUID, assigned by Xero' } as const;
const reference = { ...known, type: 'uuid', rule: 'A UUID' } as const;
const text = { ...known, type: 'string' } as const;
const minutes = { ...worked, type: 'integer', unit: 'minutes', rule: 'Whole minutes, read-only' } as const;
const money = { ...worked, type: 'object', itemType: 'Amount', rule: 'An amount, read-only' } as const;
const moment = { ...known, type: 'date-time', rule: 'ISO 8601 in UTC' } as const;

export const project: readonly FieldRow[] = [
  { ...id, name: 'projectId', meaning: 'Identifies the project' },
  { ...reference, name: 'contactId', meaning: 'The contact that the project is for' },
  { ...text, name: 'name', required: true, rule: 'Always present', meaning: 'Name of the project' },
  {
    ...worked,
    name: 'currencyCode',
    type: 'enum',
    values: currencies,
    rule: 'ISO 4217 code, read-only',
    meaning: 'The organisation’s own currency',
    citation: projectsPage,
  },
  { ...minutes, name: 'minutesLogged', meaning: 'Minutes logged on all its tasks' },
  { ...money, name: 'totalTaskAmount', meaning: 'Total of all its tasks' },
  { ...money, name: 'totalExpenseAmount', meaning: 'Total of its expenses' },
  {
    ...money,
    name: 'estimateAmount',
    returned: 'never',
    meaning: 'Estimate for the project',
    differences: [
      {
        specification: 'An amount in every response',
        live: 'Never returned. The response has `estimate` instead',
        citation: projectsRecording,
      },
    ],
  },
  { ...minutes, name: 'minutesToBeInvoiced', meaning: 'Chargeable minutes not invoiced yet' },
  { ...money, name: 'taskAmountToBeInvoiced', meaning: 'Amount of its tasks that isn’t invoiced yet' },
  { ...money, name: 'taskAmountInvoiced', meaning: 'Amount of its tasks that is invoiced' },
  { ...money, name: 'expenseAmountToBeInvoiced', meaning: 'Amount of its expenses that isn’t invoiced yet' },
  { ...money, name: 'expenseAmountInvoiced', meaning: 'Amount of its expenses that is invoiced' },
  { ...money, name: 'projectAmountInvoiced', meaning: 'Invoiced for the project as a whole' },
  { ...money, name: 'deposit', meaning: 'Deposit invoiced' },
  { ...money, name: 'depositApplied', meaning: 'Amount of the deposit that is used' },
  { ...money, name: 'creditNoteAmount', meaning: 'Amount credited' },
  {
    ...moment,
    name: 'deadlineUtc',
    returned: 'when-set',
    meaning: 'Deadline of the project',
    differences: [{ specification: 'In every example', live: 'Missing if it isn’t set', citation: projectsRecording }],
  },
  { ...money, name: 'totalInvoiced', meaning: 'Total invoiced' },
  { ...money, name: 'totalToBeInvoiced', meaning: 'Total not invoiced yet' },
  {
    ...money,
    name: 'estimate',
    returned: 'when-set',
    meaning: 'Estimate for the project, sent as `estimateAmount`',
    differences: [{ specification: 'In every example', live: 'Missing if it isn’t set', citation: projectsRecording }],
  },
  {
    ...known,
    name: 'status',
    type: 'enum',
    values: projectStatuses,
    rule: 'INPROGRESS or CLOSED. Only PATCH changes it',
    meaning: 'Whether the project is open',
    citation: projectsPage,
    differences: [
      {
        specification: 'Not a field of PUT',
        live: 'A PUT with it gets a 204, but Xero doesn’t promise that the status changes',
        citation: projectsRecording,
      },
    ],
  },
];

export const task: readonly FieldRow[] = [
  { ...id, name: 'taskId', meaning: 'Identifies the task' },
  { ...text, name: 'name', rule: 'At most 100 characters', meaning: 'Name of the task' },
  {
    ...known,
    name: 'rate',
    type: 'object',
    itemType: 'Amount',
    rule: 'An amount',
    meaning: 'Price per hour, or total price',
  },
  {
    ...known,
    name: 'chargeType',
    type: 'enum',
    values: chargeTypes,
    rule: 'TIME, FIXED or NON_CHARGEABLE',
    meaning: 'Charged by the hour, at a fixed price, or not at all',
  },
  {
    ...known,
    name: 'estimateMinutes',
    type: 'integer',
    unit: 'minutes',
    returned: 'when-set',
    rule: 'Whole minutes above 0',
    meaning: 'Estimated duration',
    citation: tasksPage,
  },
  { ...id, name: 'projectId', meaning: 'The project it belongs to' },
  { ...minutes, name: 'totalMinutes', meaning: 'Minutes logged on it' },
  { ...money, name: 'totalAmount', meaning: 'Total of the task' },
  { ...minutes, name: 'minutesInvoiced', meaning: 'Minutes invoiced' },
  { ...minutes, name: 'minutesToBeInvoiced', meaning: 'Minutes not invoiced yet' },
  { ...minutes, name: 'fixedMinutes', meaning: 'Minutes logged on it as a FIXED task' },
  { ...minutes, name: 'nonChargeableMinutes', meaning: 'Minutes logged on it as a NON_CHARGEABLE task' },
  { ...money, name: 'amountToBeInvoiced', meaning: 'Amount not invoiced yet' },
  { ...money, name: 'amountInvoiced', meaning: 'Amount invoiced' },
  {
    ...worked,
    name: 'status',
    type: 'enum',
    values: ['ACTIVE', 'INVOICED', 'LOCKED'],
    rule: 'ACTIVE, INVOICED or LOCKED, read-only',
    meaning: 'INVOICED and LOCKED tasks can’t be changed. LOCKED is temporary',
  },
];

export const timeEntry: readonly FieldRow[] = [
  { ...id, name: 'timeEntryId', meaning: 'Identifies the time entry' },
  { ...reference, name: 'userId', meaning: 'Who did the work' },
  { ...id, name: 'projectId', meaning: 'The project its task belongs to' },
  { ...reference, name: 'taskId', meaning: 'The task worked on' },
  { ...moment, name: 'dateUtc', meaning: 'When the work was done' },
  {
    ...moment,
    name: 'dateEnteredUtc',
    readOnly: true,
    rule: 'ISO 8601 in UTC, read-only',
    meaning: 'When it was entered, by Xero’s clock',
    differences: [
      {
        specification: 'date-time',
        live: 'Up to seven decimal places in the seconds, which strict millisecond parsers reject',
        citation: projectsRecording,
      },
    ],
  },
  { ...known, name: 'duration', type: 'integer', unit: 'minutes', rule: 'Whole minutes', meaning: 'How long it took' },
  {
    ...text,
    name: 'description',
    returned: 'when-set',
    rule: 'May be null',
    meaning: 'Description of the work',
    differences: [{ specification: 'A string', live: 'May be null', citation: projectsRecording }],
  },
  {
    ...worked,
    name: 'status',
    type: 'enum',
    values: ['ACTIVE', 'LOCKED', 'INVOICED'],
    rule: 'ACTIVE, LOCKED or INVOICED, read-only',
    meaning: 'Only ACTIVE entries can be changed. INVOICED ones can’t be deleted',
    citation: timePage,
  },
];

export const projectUser: readonly FieldRow[] = [
  {
    ...id,
    name: 'userId',
    meaning: 'Identifies the user in Projects',
    differences: [
      { specification: 'Unique users', live: 'The same user may be listed twice', citation: projectsRecording },
    ],
  },
  { ...text, name: 'name', readOnly: true, rule: 'Read-only', meaning: 'Full name' },
  { ...text, name: 'email', readOnly: true, rule: 'Read-only', meaning: 'Email address' },
];

const counted = { ...worked, type: 'integer', rule: 'A whole number' } as const;

export const pagination: readonly FieldRow[] = [
  { ...counted, name: 'page', min: 1, meaning: 'Number of this page, from 1' },
  {
    ...counted,
    name: 'pageSize',
    meaning: 'Maximum number of items per page',
    differences: [
      {
        specification: '50 by default',
        live: 'A `pageSize` of 500 for `?page=1`, or of the number of items if no page was requested',
        citation: projectsRecording,
      },
    ],
  },
  { ...counted, name: 'pageCount', meaning: 'Total number of pages' },
  { ...counted, name: 'itemCount', meaning: 'Total number of items' },
];

export const modelError: readonly FieldRow[] = [
  { ...text, name: 'message', returned: 'when-set', rule: 'A string', meaning: 'Xero’s message about the request' },
  {
    ...known,
    name: 'modelState',
    type: 'object',
    returned: 'when-set',
    rule: 'Lists of messages by key, such as `model.Name`',
    meaning: 'Xero’s messages about each field',
  },
];

const paging = {
  ...known,
  name: 'pagination',
  type: 'object',
  itemType: 'Pagination',
  rule: 'An object',
  meaning: 'The position of this page in the list',
} as const;
const items = { ...known, name: 'items', type: 'list', rule: 'A list', meaning: 'The page’s items' } as const;

export const projects: readonly FieldRow[] = [paging, { ...items, itemType: 'Project' }];
export const projectUsers: readonly FieldRow[] = [paging, { ...items, itemType: 'ProjectUser' }];
export const tasks: readonly FieldRow[] = [paging, { ...items, itemType: 'Task' }];
export const timeEntries: readonly FieldRow[] = [paging, { ...items, itemType: 'TimeEntry' }];
