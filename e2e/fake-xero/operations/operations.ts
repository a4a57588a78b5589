// The operations of the Projects API, as the OpenAPI specification (16.1.0) lists them, and how a request is matched to one.
// Only the names come from the catalogue, so that the compiler names a missing operation. The rows are written here a second time
// on purpose: a mistake in the catalogue must not repeat itself in the server that tests it.

import type { OperationId } from '../../../src/catalogue/operations.ts';

type Scope = 'projects' | 'projects.read';
export type Entity = 'ProjectCreateOrUpdate' | 'ProjectPatch' | 'TaskCreateOrUpdate' | 'TimeEntryCreateOrUpdate';

interface OperationRow {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  /** One of these is needed. */
  readonly scopes: readonly Scope[];
  readonly entity?: Entity;
}

export const root = '/projects.xro/2.0';

const read = ['projects', 'projects.read'] as const;
const write = ['projects'] as const;
const project = '/Projects/{projectId}';
const task = `${project}/Tasks/{taskId}`;
const time = `${project}/Time/{timeEntryId}`;

export const operations = {
  getProjects: { method: 'GET', path: '/Projects', scopes: read },
  createProject: { method: 'POST', path: '/Projects', scopes: write, entity: 'ProjectCreateOrUpdate' },
  getProject: { method: 'GET', path: project, scopes: read },
  updateProject: { method: 'PUT', path: project, scopes: write, entity: 'ProjectCreateOrUpdate' },
  patchProject: { method: 'PATCH', path: project, scopes: write, entity: 'ProjectPatch' },
  getProjectUsers: { method: 'GET', path: '/ProjectsUsers', scopes: read },
  getTasks: { method: 'GET', path: `${project}/Tasks`, scopes: read },
  createTask: { method: 'POST', path: `${project}/Tasks`, scopes: write, entity: 'TaskCreateOrUpdate' },
  getTask: { method: 'GET', path: task, scopes: read },
  updateTask: { method: 'PUT', path: task, scopes: write, entity: 'TaskCreateOrUpdate' },
  deleteTask: { method: 'DELETE', path: task, scopes: write },
  getTimeEntries: { method: 'GET', path: `${project}/Time`, scopes: read },
  createTimeEntry: { method: 'POST', path: `${project}/Time`, scopes: write, entity: 'TimeEntryCreateOrUpdate' },
  getTimeEntry: { method: 'GET', path: time, scopes: read },
  updateTimeEntry: { method: 'PUT', path: time, scopes: write, entity: 'TimeEntryCreateOrUpdate' },
  deleteTimeEntry: { method: 'DELETE', path: time, scopes: write },
} as const satisfies Record<OperationId, OperationRow>;

export interface PathIds {
  readonly projectId: string;
  readonly taskId: string;
  readonly timeEntryId: string;
}

export interface Route extends OperationRow {
  readonly operationId: OperationId;
  /** In lower case; empty if the path has none of that name. */
  readonly ids: PathIds;
}

/** The operation of a method and pathname; if there is none, the methods that the path allows (none for an unknown path). */
export function route(method: string, pathname: string): Route | { readonly allowed: readonly string[] } {
  const allowed: string[] = [];
  for (const [operationId, row] of Object.entries(operations) as [OperationId, OperationRow][]) {
    const found = idsIn(row.path, pathname);
    if (found === undefined) continue;
    if (row.method === method) return { ...row, operationId, ids: found };
    allowed.push(row.method);
  }
  return { allowed };
}

function idsIn(template: string, pathname: string): PathIds | undefined {
  const pattern = template.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)');
  const match = new RegExp(`^${root.replaceAll('.', '\\.')}${pattern}/?$`, 'i').exec(pathname);
  if (match === null) return undefined;
  const { projectId = '', taskId = '', timeEntryId = '' } = match.groups ?? {};
  return { projectId: projectId.toLowerCase(), taskId: taskId.toLowerCase(), timeEntryId: timeEntryId.toLowerCase() };
}
