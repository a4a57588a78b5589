// The organisations' data while the server runs.

import { type Organisation, organisations, type Project, type Task, type TimeEntry } from './seed.ts';

/** The records of one organisation by lower-case id, in the order of their creation. */
export interface Store {
  readonly organisation: Organisation;
  readonly projects: Map<string, Project>;
  readonly tasks: Map<string, Task>;
  readonly time: Map<string, TimeEntry>;
}

/** New stores with the initial data, by lower-case tenant id. */
export function createStores(): ReadonlyMap<string, Store> {
  return new Map(organisations.map((organisation) => [organisation.tenantId, storeOf(organisation)]));
}

function storeOf(organisation: Organisation): Store {
  return {
    organisation,
    projects: new Map(organisation.projects.map((project) => [project.projectId, project])),
    tasks: new Map(organisation.tasks.map((task) => [task.taskId, task])),
    time: new Map(organisation.time.map((entry) => [entry.timeEntryId, entry])),
  };
}
