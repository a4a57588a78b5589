// Source: XeroAPI/Xero-OpenAPI:xero-projects.yaml 16.1.0 and recordings of August 2026, read 2026-11-22.
// What answers hold, field by field. `readOnly`: Xero works it out; a request cannot set it.

import { projectsPage, projectsRecording, specification, tasksPage, timePage } from './citation.ts';
import { currencies } from './currencies.ts';
import { chargeTypes, projectStatuses } from './request-entities.ts';
import type { FieldRow } from './schema.ts';

const known = { required: false, citation: specification } as const;
const worked = { ...known, readOnly: true } as const;
const id = { ...worked, type: 'uuid', rule: 'A UUID, given by Xero' } as const;
const reference = { ...known, type: 'uuid', rule: 'A UUID' } as const;
const text = { ...known, type: 'string' } as const;
const minutes = { ...worked, type: 'integer', unit: 'minutes', rule: 'Whole minutes, read-only' } as const;
const money = { ...worked, type: 'object', itemType: 'Amount', rule: 'An amount, read-only' } as const;
const moment = { ...known, type: 'date-time', rule: 'ISO 8601 in UTC' } as const;

export const project: readonly FieldRow[] = [
  { ...id, name: 'projectId', meaning: 'Identifies the project' },
  { ...reference, name: 'contactId', meaning: 'The contact that the project is for' },
  { ...text, name: 'name', required: true, rule: 'Always there', meaning: 'Name of the project' },
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
  { ...money, name: 'totalTaskAmount', meaning: 'What all its tasks come to' },
  { ...money, name: 'totalExpenseAmount', meaning: 'What its expenses come to' },
  {
    ...money,
    name: 'estimateAmount',
    returned: 'never',
    meaning: 'What it is estimated at',
    differences: [
      {
        specification: 'An amount in every answer',
        live: 'Never returned; `estimate` is',
        citation: projectsRecording,
      },
    ],
  },
  { ...minutes, name: 'minutesToBeInvoiced', meaning: 'Chargeable minutes that are not invoiced yet' },
  { ...money, name: 'taskAmountToBeInvoiced', meaning: 'Of its tasks, what is not invoiced yet' },
  { ...money, name: 'taskAmountInvoiced', meaning: 'Of its tasks, what is invoiced' },
  { ...money, name: 'expenseAmountToBeInvoiced', meaning: 'Of its expenses, what is not invoiced yet' },
  { ...money, name: 'expenseAmountInvoiced', meaning: 'Of its expenses, what is invoiced' },
  { ...money, name: 'projectAmountInvoiced', meaning: 'Invoiced for the project as a whole' },
  { ...money, name: 'deposit', meaning: 'Deposit that was invoiced' },
  { ...money, name: 'depositApplied', meaning: 'Of the deposit, what is used up' },
  { ...money, name: 'creditNoteAmount', meaning: 'What was credited' },
  {
    ...moment,
    name: 'deadlineUtc',
    returned: 'when-set',
    meaning: 'When it is to be done',
    differences: [
      { specification: 'In every example', live: 'Left out where it is not set', citation: projectsRecording },
    ],
  },
  { ...money, name: 'totalInvoiced', meaning: 'All that is invoiced' },
  { ...money, name: 'totalToBeInvoiced', meaning: 'All that is not invoiced yet' },
  {
    ...money,
    name: 'estimate',
    returned: 'when-set',
    meaning: 'What it is estimated at; sent as `estimateAmount`',
    differences: [
      { specification: 'In every example', live: 'Left out where it is not set', citation: projectsRecording },
    ],
  },
  {
    ...known,
    name: 'status',
    type: 'enum',
    values: projectStatuses,
    rule: 'INPROGRESS or CLOSED; changed by PATCH only',
    meaning: 'Whether it is open',
    citation: projectsPage,
    differences: [
      {
        specification: 'No field of a PUT',
        live: 'A PUT that holds it is answered 204; whether the status changes is not promised',
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
    meaning: 'Price of an hour, or the whole',
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
    meaning: 'How long it is estimated to take',
    citation: tasksPage,
  },
  { ...id, name: 'projectId', meaning: 'The project that it belongs to' },
  { ...minutes, name: 'totalMinutes', meaning: 'Minutes logged on it' },
  { ...money, name: 'totalAmount', meaning: 'What it comes to' },
  { ...minutes, name: 'minutesInvoiced', meaning: 'Of its minutes, those invoiced' },
  { ...minutes, name: 'minutesToBeInvoiced', meaning: 'Of its minutes, those not invoiced yet' },
  { ...minutes, name: 'fixedMinutes', meaning: 'Minutes logged on it as a FIXED task' },
  { ...minutes, name: 'nonChargeableMinutes', meaning: 'Minutes logged on it as a NON_CHARGEABLE task' },
  { ...money, name: 'amountToBeInvoiced', meaning: 'What is not invoiced yet' },
  { ...money, name: 'amountInvoiced', meaning: 'What is invoiced' },
  {
    ...worked,
    name: 'status',
    type: 'enum',
    values: ['ACTIVE', 'INVOICED', 'LOCKED'],
    rule: 'ACTIVE, INVOICED or LOCKED, read-only',
    meaning: 'INVOICED and LOCKED tasks cannot be changed; LOCKED passes',
  },
];

export const timeEntry: readonly FieldRow[] = [
  { ...id, name: 'timeEntryId', meaning: 'Identifies the time entry' },
  { ...reference, name: 'userId', meaning: 'Who worked' },
  { ...id, name: 'projectId', meaning: 'The project that its task belongs to' },
  { ...reference, name: 'taskId', meaning: 'What was worked on' },
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
        live: 'Up to seven digits of a second, which strict readers of milliseconds refuse',
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
    meaning: 'What was done',
    differences: [{ specification: 'A text', live: 'May be null', citation: projectsRecording }],
  },
  {
    ...worked,
    name: 'status',
    type: 'enum',
    values: ['ACTIVE', 'LOCKED', 'INVOICED'],
    rule: 'ACTIVE, LOCKED or INVOICED, read-only',
    meaning: 'Only ACTIVE entries can be changed; INVOICED ones cannot be deleted',
    citation: timePage,
  },
];

export const projectUser: readonly FieldRow[] = [
  {
    ...id,
    name: 'userId',
    meaning: 'Identifies the user in Projects',
    differences: [
      { specification: 'Distinct users', live: 'The same user may be listed twice', citation: projectsRecording },
    ],
  },
  { ...text, name: 'name', readOnly: true, rule: 'Read-only', meaning: 'Full name' },
  { ...text, name: 'email', readOnly: true, rule: 'Read-only', meaning: 'E-mail address' },
];

const counted = { ...worked, type: 'integer', rule: 'A whole number' } as const;

export const pagination: readonly FieldRow[] = [
  { ...counted, name: 'page', min: 1, meaning: 'Number of this page, from 1' },
  {
    ...counted,
    name: 'pageSize',
    meaning: 'Most items on a page',
    differences: [
      {
        specification: '50 unless asked otherwise',
        live: '500 was echoed for `?page=1`, and the number of items where no page was asked for',
        citation: projectsRecording,
      },
    ],
  },
  { ...counted, name: 'pageCount', meaning: 'Pages there are' },
  { ...counted, name: 'itemCount', meaning: 'Items there are on all pages' },
];

export const modelError: readonly FieldRow[] = [
  { ...text, name: 'message', returned: 'when-set', rule: 'A text', meaning: 'What Xero says of the request' },
  {
    ...known,
    name: 'modelState',
    type: 'object',
    returned: 'when-set',
    rule: 'Lists of texts by key, such as `model.Name`',
    meaning: 'What Xero says of each field',
  },
];

const paging = {
  ...known,
  name: 'pagination',
  type: 'object',
  itemType: 'Pagination',
  rule: 'An object',
  meaning: 'Where in the list this page is',
} as const;
const items = { ...known, name: 'items', type: 'list', rule: 'A list', meaning: 'The page’s items' } as const;

export const projects: readonly FieldRow[] = [paging, { ...items, itemType: 'Project' }];
export const projectUsers: readonly FieldRow[] = [paging, { ...items, itemType: 'ProjectUser' }];
export const tasks: readonly FieldRow[] = [paging, { ...items, itemType: 'Task' }];
export const timeEntries: readonly FieldRow[] = [paging, { ...items, itemType: 'TimeEntry' }];
