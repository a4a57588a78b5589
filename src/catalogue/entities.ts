// Source: XeroAPI/Xero-OpenAPI:xero-projects.yaml 16.1.0, read 2026-11-22. All entities by their names in the specification.

import {
  amount,
  projectCreateOrUpdate,
  projectPatch,
  taskCreateOrUpdate,
  timeEntryCreateOrUpdate,
} from './request-entities.ts';
import {
  modelError,
  pagination,
  project,
  projects,
  projectUser,
  projectUsers,
  task,
  tasks,
  timeEntries,
  timeEntry,
} from './response-entities.ts';
import type { EntityName, FieldRow } from './schema.ts';

export const entities: Readonly<Record<EntityName, readonly FieldRow[]>> = {
  ProjectCreateOrUpdate: projectCreateOrUpdate,
  ProjectPatch: projectPatch,
  TaskCreateOrUpdate: taskCreateOrUpdate,
  TimeEntryCreateOrUpdate: timeEntryCreateOrUpdate,
  Amount: amount,
  Project: project,
  Projects: projects,
  Task: task,
  Tasks: tasks,
  TimeEntry: timeEntry,
  TimeEntries: timeEntries,
  ProjectUser: projectUser,
  ProjectUsers: projectUsers,
  Pagination: pagination,
  ModelError: modelError,
};
