// Source: XeroAPI/Xero-OpenAPI:xero-projects.yaml 16.1.0 and the Projects, Tasks and Time pages, read 2026-11-22.
// The fields of request bodies, each with its documented rule.

import {
  inference,
  projectsPage,
  projectsRecording,
  recorded,
  responseCodes,
  secondary,
  specification,
  specificationExamples,
  tasksPage,
  timePage,
} from './citation.ts';
import { currencies } from './currencies.ts';
import type { FieldRow, SpecDiscrepancy } from './schema.ts';

const clientNotes = secondary('CData documentation for the Projects API');
export const projectStatuses = ['INPROGRESS', 'CLOSED'] as const;
export const chargeTypes = ['TIME', 'FIXED', 'NON_CHARGEABLE'] as const;

const sameName: SpecDiscrepancy = {
  specification: 'Says nothing about duplicate names',
  live: 'The same name was accepted twice',
  citation: projectsRecording,
};

export const projectCreateOrUpdate: readonly FieldRow[] = [
  {
    name: 'name',
    type: 'string',
    required: true,
    notEmpty: responseCodes,
    meaning: 'Name of the project',
    rule: 'Required, not empty',
    citation: specification,
    differences: [sameName],
  },
  {
    name: 'contactId',
    type: 'uuid',
    required: true,
    requiredOn: ['POST'],
    meaning: 'The contact that the project is for',
    rule: 'Required on create. A UUID that can’t be changed later',
    citation: projectsPage,
    differences: [
      {
        specification: 'Optional in the OpenAPI file',
        live: 'The Projects page requires it on create. The response-codes page has an error for a missing one',
        citation: projectsPage,
      },
    ],
  },
  {
    name: 'estimateAmount',
    type: 'number',
    required: false,
    meaning: 'Estimate for the project, in the organisation’s currency',
    rule: 'Optional, a plain number',
    citation: specification,
    differences: [
      {
        specification: 'A number',
        live: 'A string in the specification’s own example',
        citation: specificationExamples,
      },
      {
        specification: 'Returned as `estimateAmount`',
        live: 'Returned as the object `estimate`, never as `estimateAmount`',
        citation: projectsRecording,
      },
    ],
  },
  {
    name: 'deadlineUtc',
    type: 'date-time',
    required: false,
    meaning: 'Deadline of the project',
    rule: 'Optional, ISO 8601 in UTC',
    citation: specification,
  },
];

export const projectPatch: readonly FieldRow[] = [
  {
    name: 'status',
    type: 'enum',
    values: projectStatuses,
    required: true,
    meaning: 'Closes or reopens the project. Nothing else does',
    rule: 'Required, INPROGRESS or CLOSED',
    citation: specification,
  },
];

export const taskCreateOrUpdate: readonly FieldRow[] = [
  {
    name: 'name',
    type: 'string',
    required: true,
    notEmpty: inference,
    maxLength: 100,
    meaning: 'Name of the task',
    rule: 'Required, at most 100 characters',
    citation: specification,
    differences: [
      {
        specification: '`maximum: 100`, which validators ignore for strings. The description says 100 characters',
        live: 'No rejection was recorded',
        citation: specification,
      },
      sameName,
    ],
  },
  {
    name: 'rate',
    type: 'object',
    itemType: 'Amount',
    required: true,
    meaning: 'Price per hour for TIME, total price for FIXED',
    rule: 'Required: currency and value, for every charge type',
    citation: specification,
  },
  {
    name: 'chargeType',
    type: 'enum',
    values: chargeTypes,
    required: true,
    meaning: 'Charged by the hour, at a fixed price, or not at all',
    rule: 'Required: TIME, FIXED or NON_CHARGEABLE',
    citation: specification,
  },
  {
    name: 'estimateMinutes',
    type: 'integer',
    min: 1,
    unit: 'minutes',
    required: false,
    meaning: 'Estimated duration of the task',
    rule: 'Optional, whole minutes above 0',
    citation: tasksPage,
  },
];

export const timeEntryCreateOrUpdate: readonly FieldRow[] = [
  {
    name: 'userId',
    type: 'uuid',
    required: true,
    meaning: 'Who did the work. From ProjectsUsers, not from Accounting’s Users',
    rule: 'Required, a Projects user of this organisation',
    citation: specification,
    differences: [
      {
        specification: 'A Xero user',
        live: 'Logging time for a user who isn’t active in Projects gets a 404, not a 400',
        citation: secondary('Notes of an app that posts time to Projects'),
      },
    ],
  },
  {
    name: 'taskId',
    type: 'uuid',
    required: true,
    meaning: 'The task worked on',
    rule: 'Required, a task of the project in the path',
    citation: timePage,
  },
  {
    name: 'dateUtc',
    type: 'date-time',
    required: true,
    meaning: 'When the work was done',
    rule: 'Required, ISO 8601 in UTC',
    citation: specification,
  },
  {
    name: 'duration',
    type: 'integer',
    min: 1,
    max: 59_940,
    unit: 'minutes',
    required: true,
    meaning: 'How long the work took. 59,940 minutes are 999 hours',
    rule: 'Required, whole minutes from 1 to 59,940',
    citation: specification,
  },
  {
    name: 'description',
    type: 'string',
    required: false,
    meaning: 'Description of the work',
    rule: 'Optional. A PUT without it clears it',
    citation: specification,
    differences: [
      {
        specification: 'A string',
        live: 'Responses may contain null',
        citation: recorded(
          'NangoHQ integration-templates, pull request 637',
          'https://github.com/NangoHQ/integration-templates/pull/637',
        ),
      },
    ],
  },
];

export const amount: readonly FieldRow[] = [
  {
    name: 'currency',
    type: 'enum',
    values: currencies,
    required: true,
    meaning: 'Currency of the amount. For a rate, the project’s',
    rule: 'ISO 4217 code, the project’s currency',
    citation: clientNotes,
  },
  {
    name: 'value',
    type: 'number',
    required: true,
    requiredBy: inference,
    meaning: 'The amount, or 0 if nothing is charged',
    rule: 'A number',
    citation: specification,
  },
];
