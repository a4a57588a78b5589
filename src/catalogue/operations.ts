// Source: XeroAPI/Xero-OpenAPI:xero-projects.yaml 16.1.0, read 2026-11-22; recorded statuses from August 2026 recordings.
// The operations of the Projects API, as Xero names them. The tests' fake Xero has its own list, so that each checks the other.

import { type Citation, projectsRecording, specification } from './citation.ts';
import { paging, projectFilters, taskFilters, timeFilters } from './parameters.ts';
import type { EntityName, ParameterRow, SpecDiscrepancy } from './schema.ts';
import { readScopes, type Scope, writeScopes } from './scopes.ts';

export interface OperationRow {
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Relative to the API root, case-insensitive. */
  readonly path: string;
  readonly summary: string;
  /** The success status that the specification states. */
  readonly documentedStatus: number;
  /** The one in recordings, if there are any. */
  readonly recordedStatus?: number;
  readonly takesIdempotencyKey: boolean;
  /** The token needs any one of these. */
  readonly scopes: readonly Scope[];
  readonly query: readonly ParameterRow[];
  readonly requestBody?: EntityName;
  /** The entity in a success response; omitted if it has no body. */
  readonly responseBody?: EntityName;
  /** Undocumented fields, in lower case, that have their own check. */
  readonly fieldsWithOwnCheck?: readonly string[];
  readonly citation: Citation;
  readonly differences?: readonly SpecDiscrepancy[];
}

const read = { takesIdempotencyKey: false, scopes: readScopes, query: [], citation: specification } as const;
const write = { takesIdempotencyKey: true, scopes: writeScopes, query: [], citation: specification } as const;
/** Recorded for both operations that are documented as 201. */
const createdAs200: readonly SpecDiscrepancy[] = [
  { specification: '201 on success', live: '200 on success', citation: projectsRecording },
];

export const operations = [
  {
    ...read,
    id: 'getProjects',
    method: 'GET',
    path: '/Projects',
    summary: 'List projects',
    documentedStatus: 200,
    recordedStatus: 200,
    query: projectFilters,
    responseBody: 'Projects',
  },
  {
    ...write,
    id: 'createProject',
    method: 'POST',
    path: '/Projects',
    summary: 'Create a project',
    documentedStatus: 201,
    recordedStatus: 200,
    requestBody: 'ProjectCreateOrUpdate',
    responseBody: 'Project',
    differences: createdAs200,
  },
  {
    ...read,
    id: 'getProject',
    method: 'GET',
    path: '/Projects/{projectId}',
    summary: 'Read a project',
    documentedStatus: 200,
    recordedStatus: 200,
    responseBody: 'Project',
  },
  {
    ...write,
    id: 'updateProject',
    method: 'PUT',
    path: '/Projects/{projectId}',
    summary: 'Replace a project',
    documentedStatus: 204,
    recordedStatus: 204,
    requestBody: 'ProjectCreateOrUpdate',
    fieldsWithOwnCheck: ['status'],
  },
  {
    ...write,
    id: 'patchProject',
    method: 'PATCH',
    path: '/Projects/{projectId}',
    summary: 'Close or reopen a project',
    documentedStatus: 204,
    requestBody: 'ProjectPatch',
    differences: [
      {
        specification: 'The summary says that it creates a project',
        live: 'It changes the status, as the description says',
        citation: specification,
      },
    ],
  },
  {
    ...read,
    id: 'getProjectUsers',
    method: 'GET',
    path: '/ProjectsUsers',
    summary: 'List Projects users',
    documentedStatus: 200,
    recordedStatus: 200,
    query: paging,
    responseBody: 'ProjectUsers',
  },
  {
    ...read,
    id: 'getTasks',
    method: 'GET',
    path: '/Projects/{projectId}/Tasks',
    summary: 'List tasks of a project',
    documentedStatus: 200,
    recordedStatus: 200,
    query: taskFilters,
    responseBody: 'Tasks',
  },
  {
    ...write,
    id: 'createTask',
    method: 'POST',
    path: '/Projects/{projectId}/Tasks',
    summary: 'Create a task',
    documentedStatus: 201,
    recordedStatus: 200,
    requestBody: 'TaskCreateOrUpdate',
    responseBody: 'Task',
    differences: createdAs200,
  },
  {
    ...read,
    id: 'getTask',
    method: 'GET',
    path: '/Projects/{projectId}/Tasks/{taskId}',
    summary: 'Read a task',
    documentedStatus: 200,
    recordedStatus: 200,
    responseBody: 'Task',
  },
  {
    ...write,
    id: 'updateTask',
    method: 'PUT',
    path: '/Projects/{projectId}/Tasks/{taskId}',
    summary: 'Replace a task',
    documentedStatus: 204,
    recordedStatus: 204,
    requestBody: 'TaskCreateOrUpdate',
  },
  {
    ...write,
    id: 'deleteTask',
    method: 'DELETE',
    path: '/Projects/{projectId}/Tasks/{taskId}',
    summary: 'Delete a task',
    documentedStatus: 204,
    recordedStatus: 204,
    takesIdempotencyKey: false,
  },
  {
    ...read,
    id: 'getTimeEntries',
    method: 'GET',
    path: '/Projects/{projectId}/Time',
    summary: 'List time entries of a project',
    documentedStatus: 200,
    recordedStatus: 200,
    query: timeFilters,
    responseBody: 'TimeEntries',
  },
  {
    ...write,
    id: 'createTimeEntry',
    method: 'POST',
    path: '/Projects/{projectId}/Time',
    summary: 'Log time',
    documentedStatus: 200,
    recordedStatus: 200,
    requestBody: 'TimeEntryCreateOrUpdate',
    responseBody: 'TimeEntry',
  },
  {
    ...read,
    id: 'getTimeEntry',
    method: 'GET',
    path: '/Projects/{projectId}/Time/{timeEntryId}',
    summary: 'Read a time entry',
    documentedStatus: 200,
    recordedStatus: 200,
    responseBody: 'TimeEntry',
  },
  {
    ...write,
    id: 'updateTimeEntry',
    method: 'PUT',
    path: '/Projects/{projectId}/Time/{timeEntryId}',
    summary: 'Replace a time entry',
    documentedStatus: 204,
    recordedStatus: 204,
    requestBody: 'TimeEntryCreateOrUpdate',
  },
  {
    ...write,
    id: 'deleteTimeEntry',
    method: 'DELETE',
    path: '/Projects/{projectId}/Time/{timeEntryId}',
    summary: 'Delete a time entry',
    documentedStatus: 204,
    recordedStatus: 204,
    takesIdempotencyKey: false,
  },
] as const satisfies readonly OperationRow[];

export type OperationId = (typeof operations)[number]['id'];
