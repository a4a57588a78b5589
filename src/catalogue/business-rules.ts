// Source: the response-codes, Projects, Tasks and Time pages and the OpenAPI file, read 2026-11-22.
// What Xero requires beyond types. Only two keys of `modelState` are documented; the other keys are inferred from them.

import type { Basis } from './citation.ts';
import {
  type Citation,
  projectsPage,
  projectsRecording,
  responseCodes,
  secondary,
  specification,
  tasksPage,
  timePage,
} from './citation.ts';

export interface BusinessRule {
  readonly entity: 'Project' | 'Task' | 'Time entry' | 'Lists' | 'Organisation';
  readonly rule: string;
  /** The field of the request, if the rule is about one. */
  readonly field?: string;
  /** Requests that the rule excludes; with a `field`, only those that have the field. `path` as in `unsupported-operations.ts`. */
  readonly forbids?: { readonly methods: readonly string[]; readonly path: string };
  /** The keys of `modelState` under which Xero reports it, and how we know. */
  readonly key?: { readonly names: readonly string[]; readonly basis: Basis };
  /** Xero's own wording, if documented. */
  readonly says?: string;
  readonly citation: Citation;
}

const inferred = (...names: string[]) => ({ names, basis: 'inferred' }) as const;
const clientNotes = secondary('CData documentation for the Projects API');
const appNotes = secondary('Notes of an app that posts time to Projects');

export const businessRules: readonly BusinessRule[] = [
  {
    entity: 'Project',
    rule: 'The name can’t be empty',
    field: 'name',
    key: { names: ['model.Name'], basis: 'documented' },
    says: 'The Project Name cannot be empty',
    citation: responseCodes,
  },
  {
    entity: 'Project',
    rule: 'A contact is required on create',
    field: 'contactId',
    key: { names: ['model.ContactId'], basis: 'documented' },
    says: 'The ContactId cannot be null or empty',
    citation: responseCodes,
  },
  { entity: 'Project', rule: 'The contact can’t be changed after create', field: 'contactId', citation: projectsPage },
  {
    entity: 'Project',
    rule: 'PUT replaces the whole project and requires its name',
    field: 'name',
    key: { names: ['model.Name'], basis: 'documented' },
    citation: specification,
  },
  {
    entity: 'Project',
    rule: 'Only PATCH changes the status, to INPROGRESS or CLOSED',
    field: 'status',
    forbids: { methods: ['POST', 'PUT'], path: '/projects/**' },
    key: inferred('model.Status'),
    citation: projectsPage,
  },
  {
    entity: 'Project',
    rule: 'A project can’t be deleted. Close it instead',
    forbids: { methods: ['DELETE'], path: '/projects/*' },
    citation: specification,
  },
  { entity: 'Project', rule: 'The currency is the organisation’s own', field: 'currencyCode', citation: projectsPage },
  {
    entity: 'Project',
    rule: 'The estimate is a plain number',
    field: 'estimateAmount',
    key: inferred('model.EstimateAmount'),
    citation: specification,
  },
  { entity: 'Project', rule: 'Two projects may have the same name', citation: projectsRecording },
  {
    entity: 'Task',
    rule: 'The name is required and has at most 100 characters',
    field: 'name',
    key: inferred('model.Name'),
    citation: specification,
  },
  {
    entity: 'Task',
    rule: 'Rate and charge type are required for every charge type',
    field: 'rate',
    key: inferred('model.Rate', 'model.ChargeType'),
    citation: specification,
  },
  { entity: 'Task', rule: 'NON_CHARGEABLE needs a rate with the value 0', field: 'rate', citation: clientNotes },
  {
    entity: 'Task',
    rule: 'The rate’s currency should be the project’s',
    field: 'rate/currency',
    key: inferred('model.Rate.Currency'),
    citation: clientNotes,
  },
  {
    entity: 'Task',
    rule: 'Estimated minutes must be above 0',
    field: 'estimateMinutes',
    key: inferred('model.EstimateMinutes'),
    citation: tasksPage,
  },
  {
    entity: 'Task',
    rule: 'An invoiced FIXED task has the status INVOICED and can’t be changed',
    citation: specification,
  },
  { entity: 'Task', rule: 'A LOCKED task is changing state. Try again shortly', citation: specification },
  { entity: 'Task', rule: 'TIME and NON_CHARGEABLE tasks never become INVOICED', citation: specification },
  { entity: 'Task', rule: 'A task that’s invoiced or has time logged can’t be deleted', citation: tasksPage },
  {
    entity: 'Time entry',
    rule: 'User, task, date and duration are required',
    field: 'userId',
    key: inferred('model.UserId', 'model.TaskId', 'model.DateUtc', 'model.Duration'),
    citation: specification,
  },
  {
    entity: 'Time entry',
    rule: 'The duration is in whole minutes, from 1 to 59,940',
    field: 'duration',
    key: inferred('model.Duration'),
    citation: specification,
  },
  {
    entity: 'Time entry',
    rule: 'Logging time for an unknown or inactive user gets a 404, not a 400',
    field: 'userId',
    citation: appNotes,
  },
  {
    entity: 'Time entry',
    rule: 'The task must belong to the project in the path',
    field: 'taskId',
    citation: timePage,
  },
  { entity: 'Time entry', rule: 'Only an ACTIVE entry can be changed', citation: timePage },
  { entity: 'Time entry', rule: 'An INVOICED entry can’t be deleted', citation: timePage },
  {
    entity: 'Time entry',
    rule: 'A PUT without `description` silently clears it',
    field: 'description',
    citation: specification,
  },
  {
    entity: 'Time entry',
    rule: 'The docs say that version 1.0 doesn’t support time on FIXED tasks, but `fixedMinutes` suggests otherwise',
    field: 'taskId',
    citation: timePage,
  },
  {
    entity: 'Task',
    rule: 'A GET within a second of a PUT once returned the old name. A stale read like this may not be a lost update',
    citation: projectsRecording,
  },
  {
    entity: 'Lists',
    rule: '`page` is above 0, `pageSize` is from 1 to 500',
    field: 'pageSize',
    citation: specification,
  },
  {
    entity: 'Organisation',
    rule: 'Users need a Projects role. Limited users can only log their own time',
    citation: secondary('Vendors’ help pages'),
  },
  {
    entity: 'Organisation',
    rule: 'Resetting the demo company turns Projects off',
    citation: secondary('Vendors’ help pages'),
  },
];
