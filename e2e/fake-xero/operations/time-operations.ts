// The operations on the time entries of a project.

import { randomUUID } from 'node:crypto';
import { isAmong, pageOf, type Query } from './list.ts';
import type { OperationArguments } from './operation-arguments.ts';
import { noContent, notFound, type Outcome, ok, rejected } from './outcome.ts';
import type { TimeEntry } from './seed.ts';
import type { Store } from './store.ts';

export function getTimeEntries({ store, ids, query }: OperationArguments): Outcome {
  if (!store.projects.has(ids.projectId)) return notFound;

  const found = [...store.time.values()].filter(
    (entry) => entry.projectId === ids.projectId && matchesQuery(store, entry, query),
  );
  return pageOf(found, query);
}

export function createTimeEntry({ store, ids, body, now }: OperationArguments): Outcome {
  if (!store.projects.has(ids.projectId) || !hasExistingUserAndTask(store, ids.projectId, body)) return notFound;

  const entry: TimeEntry = {
    timeEntryId: randomUUID(),
    projectId: ids.projectId,
    // Seven digits of a second, as recorded: parsers that expect milliseconds may fail on them.
    dateEnteredUtc: new Date(now).toISOString().replace('Z', '0000Z'),
    status: 'ACTIVE',
    ...fieldsOf(body),
  };
  store.time.set(entry.timeEntryId, entry);
  return ok(entry);
}

export function getTimeEntry({ store, ids }: OperationArguments): Outcome {
  const entry = entryAt(store, ids);
  return entry === undefined ? notFound : ok(entry);
}

export function updateTimeEntry({ store, ids, body }: OperationArguments): Outcome {
  const entry = entryAt(store, ids);
  if (entry === undefined || !hasExistingUserAndTask(store, ids.projectId, body)) return notFound;
  if (entry.status !== 'ACTIVE') return rejected(`The time entry is ${entry.status} and cannot be changed.`);

  store.time.set(entry.timeEntryId, { ...entry, ...fieldsOf(body) });
  return noContent;
}

export function deleteTimeEntry({ store, ids }: OperationArguments): Outcome {
  const entry = entryAt(store, ids);
  if (entry === undefined) return notFound;
  if (entry.status === 'INVOICED') return rejected('The time entry is INVOICED and cannot be deleted.');

  store.time.delete(entry.timeEntryId);
  return noContent;
}

function matchesQuery(store: Store, entry: TimeEntry, query: Query): boolean {
  const isChargeable = store.tasks.get(entry.taskId)?.chargeType !== 'NON_CHARGEABLE';
  const contactId = store.projects.get(entry.projectId)?.contactId ?? '';
  const dateMs = Date.parse(entry.dateUtc);
  return (
    isAmong(query('userId'), entry.userId) &&
    isAmong(query('taskId'), entry.taskId) &&
    isAmong(query('contactId'), contactId) &&
    isAmong(query('states'), entry.status) &&
    isAmong(query('isChargeable'), String(isChargeable)) &&
    // No entry of this data set belongs to an invoice.
    !query('invoiceId') &&
    !(dateMs < Date.parse(query('dateAfterUtc') ?? '')) &&
    !(dateMs > Date.parse(query('dateBeforeUtc') ?? ''))
  );
}

/** Whether the user and the task of this project exist. If not, Xero responds with 404, not 400. */
function hasExistingUserAndTask(store: Store, projectId: string, body: OperationArguments['body']): boolean {
  const userId = String(body.userId).toLowerCase();
  const task = store.tasks.get(String(body.taskId).toLowerCase());
  return store.organisation.users.some((user) => user.userId === userId) && task?.projectId === projectId;
}

function entryAt(store: Store, ids: OperationArguments['ids']): TimeEntry | undefined {
  const entry = store.time.get(ids.timeEntryId);
  return entry?.projectId === ids.projectId ? entry : undefined;
}

/** An omitted description is cleared. */
function fieldsOf(
  body: OperationArguments['body'],
): Pick<TimeEntry, 'userId' | 'taskId' | 'dateUtc' | 'duration' | 'description'> {
  return {
    userId: String(body.userId).toLowerCase(),
    taskId: String(body.taskId).toLowerCase(),
    dateUtc: String(body.dateUtc),
    duration: Number(body.duration),
    description: body.description == null ? null : String(body.description),
  };
}
