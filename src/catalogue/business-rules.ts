// Source: the response-codes, Projects, Tasks and Time pages and the OpenAPI file, read 2026-11-22.
// What Xero demands beyond types. Only two keys of `modelState` are documented; the other keys are inferred from them.

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
  /** The request's field, where the rule is about one. */
  readonly field?: string;
  /** Requests that the rule excludes; with a `field`, only those that hold the field. `path` as in `unsupported-operations.ts`. */
  readonly forbids?: { readonly methods: readonly string[]; readonly path: string };
  /** The keys in `modelState` by which Xero names it, and how that is known. */
  readonly key?: { readonly names: readonly string[]; readonly basis: Basis };
  /** Xero's own words, where they are documented. */
  readonly says?: string;
  readonly citation: Citation;
}

const inferred = (...names: string[]) => ({ names, basis: 'inferred' }) as const;
const clientNotes = secondary('CData documentation of the Projects API');
const appNotes = secondary('Notes of an app that posts time to Projects');

export const businessRules: readonly BusinessRule[] = [
  {
    entity: 'Project',
    rule: 'The name may not be empty',
    field: 'name',
    key: { names: ['model.Name'], basis: 'documented' },
    says: 'The Project Name cannot be empty',
    citation: responseCodes,
  },
  {
    entity: 'Project',
    rule: 'A contact is needed on create',
    field: 'contactId',
    key: { names: ['model.ContactId'], basis: 'documented' },
    says: 'The ContactId cannot be null or empty',
    citation: responseCodes,
  },
  { entity: 'Project', rule: 'The contact is fixed after create', field: 'contactId', citation: projectsPage },
  {
    entity: 'Project',
    rule: 'A PUT replaces the whole project and needs its name',
    field: 'name',
    key: { names: ['model.Name'], basis: 'documented' },
    citation: specification,
  },
  {
    entity: 'Project',
    rule: 'The status changes by PATCH only, to INPROGRESS or CLOSED',
    field: 'status',
    forbids: { methods: ['POST', 'PUT'], path: '/projects/**' },
    key: inferred('model.Status'),
    citation: projectsPage,
  },
  {
    entity: 'Project',
    rule: 'A project cannot be deleted; close it',
    forbids: { methods: ['DELETE'], path: '/projects/*' },
    citation: specification,
  },
  { entity: 'Project', rule: 'Its currency is the organisation’s own', field: 'currencyCode', citation: projectsPage },
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
    rule: 'The name is needed, at most 100 characters',
    field: 'name',
    key: inferred('model.Name'),
    citation: specification,
  },
  {
    entity: 'Task',
    rule: 'Rate and charge type are needed for every type',
    field: 'rate',
    key: inferred('model.Rate', 'model.ChargeType'),
    citation: specification,
  },
  { entity: 'Task', rule: 'NON_CHARGEABLE takes a rate of value 0', field: 'rate', citation: clientNotes },
  {
    entity: 'Task',
    rule: 'The currency of the rate should be the project’s',
    field: 'rate/currency',
    key: inferred('model.Rate.Currency'),
    citation: clientNotes,
  },
  {
    entity: 'Task',
    rule: 'Estimated minutes are above 0',
    field: 'estimateMinutes',
    key: inferred('model.EstimateMinutes'),
    citation: tasksPage,
  },
  { entity: 'Task', rule: 'A FIXED task that is invoiced is INVOICED and cannot be changed', citation: specification },
  { entity: 'Task', rule: 'A LOCKED task is changing state; try again shortly', citation: specification },
  { entity: 'Task', rule: 'TIME and NON_CHARGEABLE tasks never become INVOICED', citation: specification },
  { entity: 'Task', rule: 'A task that is invoiced or has time on it cannot be deleted', citation: tasksPage },
  {
    entity: 'Time entry',
    rule: 'User, task, date and duration are needed',
    field: 'userId',
    key: inferred('model.UserId', 'model.TaskId', 'model.DateUtc', 'model.Duration'),
    citation: specification,
  },
  {
    entity: 'Time entry',
    rule: 'The duration is whole minutes, 1 to 59,940',
    field: 'duration',
    key: inferred('model.Duration'),
    citation: specification,
  },
  {
    entity: 'Time entry',
    rule: 'An unknown or inactive user is answered 404, not 400',
    field: 'userId',
    citation: appNotes,
  },
  { entity: 'Time entry', rule: 'The task belongs to the project in the path', field: 'taskId', citation: timePage },
  { entity: 'Time entry', rule: 'Only an ACTIVE entry can be changed', citation: timePage },
  { entity: 'Time entry', rule: 'An INVOICED entry cannot be deleted', citation: timePage },
  {
    entity: 'Time entry',
    rule: 'A PUT without description clears it, silently',
    field: 'description',
    citation: specification,
  },
  {
    entity: 'Time entry',
    rule: 'Time on FIXED tasks is said to be unsupported in version 1.0; `fixedMinutes` suggests otherwise',
    field: 'taskId',
    citation: timePage,
  },
  {
    entity: 'Task',
    rule: 'A GET in the second after a PUT was once answered with the old name: it need not be a lost update',
    citation: projectsRecording,
  },
  { entity: 'Lists', rule: 'Page above 0, page size from 1 to 500', field: 'pageSize', citation: specification },
  {
    entity: 'Organisation',
    rule: 'Users need a Projects role; Limited logs its own time only',
    citation: secondary('Vendors’ help pages'),
  },
  {
    entity: 'Organisation',
    rule: 'Resetting the demo company switches Projects off',
    citation: secondary('Vendors’ help pages'),
  },
];
