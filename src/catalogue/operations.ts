// Source: XeroAPI/Xero-OpenAPI:xero-projects.yaml 16.1.0, read 2026-11-22; recorded statuses from August 2026 recordings.
// The 16 operations of the Projects API, as Xero names them.

import type { EntityName } from './entities.ts';

export interface OperationRow {
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below the API root; matched whatever the case. */
  readonly path: string;
  readonly summary: string;
  /** The success status that the specification states. */
  readonly documentedStatus: number;
  /** The one that recordings show, where one exists. */
  readonly recordedStatus?: number;
  readonly takesIdempotencyKey: boolean;
  readonly body?: EntityName;
}

export const operations = [
  {
    id: 'getProjects',
    method: 'GET',
    path: '/Projects',
    summary: 'List projects',
    documentedStatus: 200,
    recordedStatus: 200,
    takesIdempotencyKey: false,
  },
  {
    id: 'createProject',
    method: 'POST',
    path: '/Projects',
    summary: 'Create a project',
    documentedStatus: 201,
    recordedStatus: 200,
    takesIdempotencyKey: true,
    body: 'ProjectCreateOrUpdate',
  },
  {
    id: 'getProject',
    method: 'GET',
    path: '/Projects/{projectId}',
    summary: 'Read a project',
    documentedStatus: 200,
    recordedStatus: 200,
    takesIdempotencyKey: false,
  },
  {
    id: 'updateProject',
    method: 'PUT',
    path: '/Projects/{projectId}',
    summary: 'Replace a project',
    documentedStatus: 204,
    recordedStatus: 204,
    takesIdempotencyKey: true,
    body: 'ProjectCreateOrUpdate',
  },
  {
    id: 'patchProject',
    method: 'PATCH',
    path: '/Projects/{projectId}',
    summary: 'Close or reopen a project',
    documentedStatus: 204,
    takesIdempotencyKey: true,
    body: 'ProjectPatch',
  },
  {
    id: 'getProjectUsers',
    method: 'GET',
    path: '/ProjectsUsers',
    summary: 'List users of Projects',
    documentedStatus: 200,
    recordedStatus: 200,
    takesIdempotencyKey: false,
  },
  {
    id: 'getTasks',
    method: 'GET',
    path: '/Projects/{projectId}/Tasks',
    summary: 'List tasks of a project',
    documentedStatus: 200,
    recordedStatus: 200,
    takesIdempotencyKey: false,
  },
  {
    id: 'createTask',
    method: 'POST',
    path: '/Projects/{projectId}/Tasks',
    summary: 'Create a task',
    documentedStatus: 201,
    recordedStatus: 200,
    takesIdempotencyKey: true,
    body: 'TaskCreateOrUpdate',
  },
  {
    id: 'getTask',
    method: 'GET',
    path: '/Projects/{projectId}/Tasks/{taskId}',
    summary: 'Read a task',
    documentedStatus: 200,
    recordedStatus: 200,
    takesIdempotencyKey: false,
  },
  {
    id: 'updateTask',
    method: 'PUT',
    path: '/Projects/{projectId}/Tasks/{taskId}',
    summary: 'Replace a task',
    documentedStatus: 204,
    recordedStatus: 204,
    takesIdempotencyKey: true,
    body: 'TaskCreateOrUpdate',
  },
  {
    id: 'deleteTask',
    method: 'DELETE',
    path: '/Projects/{projectId}/Tasks/{taskId}',
    summary: 'Delete a task',
    documentedStatus: 204,
    recordedStatus: 204,
    takesIdempotencyKey: false,
  },
  {
    id: 'getTimeEntries',
    method: 'GET',
    path: '/Projects/{projectId}/Time',
    summary: 'List time entries of a project',
    documentedStatus: 200,
    recordedStatus: 200,
    takesIdempotencyKey: false,
  },
  {
    id: 'createTimeEntry',
    method: 'POST',
    path: '/Projects/{projectId}/Time',
    summary: 'Log time',
    documentedStatus: 200,
    recordedStatus: 200,
    takesIdempotencyKey: true,
    body: 'TimeEntryCreateOrUpdate',
  },
  {
    id: 'getTimeEntry',
    method: 'GET',
    path: '/Projects/{projectId}/Time/{timeEntryId}',
    summary: 'Read a time entry',
    documentedStatus: 200,
    recordedStatus: 200,
    takesIdempotencyKey: false,
  },
  {
    id: 'updateTimeEntry',
    method: 'PUT',
    path: '/Projects/{projectId}/Time/{timeEntryId}',
    summary: 'Replace a time entry',
    documentedStatus: 204,
    recordedStatus: 204,
    takesIdempotencyKey: true,
    body: 'TimeEntryCreateOrUpdate',
  },
  {
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
