// The operations on the tasks of a project.

import { randomUUID } from 'node:crypto';
import { isAmong, pageOf } from './list.ts';
import type { OperationArguments } from './operation-arguments.ts';
import { noContent, notFound, type Outcome, ok, rejected } from './outcome.ts';
import type { Amount, Task, TimeEntry } from './seed.ts';
import type { Store } from './store.ts';

export function getTasks({ store, ids, query }: OperationArguments): Outcome {
  if (!store.projects.has(ids.projectId)) return notFound;

  const found = [...store.tasks.values()].filter(
    (task) =>
      task.projectId === ids.projectId &&
      isAmong(query('taskIds'), task.taskId) &&
      isAmong(query('chargeType'), task.chargeType),
  );
  return pageOf(
    found.map((task) => toJson(store, task)),
    query,
  );
}

export function createTask({ store, ids, body, createdStatus }: OperationArguments): Outcome {
  if (!store.projects.has(ids.projectId)) return notFound;

  const task: Task = { taskId: randomUUID(), projectId: ids.projectId, status: 'ACTIVE', ...fieldsOf(body) };
  store.tasks.set(task.taskId, task);
  return ok(toJson(store, task), createdStatus);
}

export function getTask({ store, ids }: OperationArguments): Outcome {
  const task = taskAt(store, ids);
  return task === undefined ? notFound : ok(toJson(store, task));
}

export function updateTask({ store, ids, body }: OperationArguments): Outcome {
  const task = taskAt(store, ids);
  if (task === undefined) return notFound;
  if (task.status !== 'ACTIVE') return rejected(`The task is ${task.status} and cannot be changed.`);

  const { taskId, projectId, status } = task;
  store.tasks.set(taskId, { taskId, projectId, status, ...fieldsOf(body) });
  return noContent;
}

export function deleteTask({ store, ids }: OperationArguments): Outcome {
  const task = taskAt(store, ids);
  if (task === undefined) return notFound;
  if (task.status === 'INVOICED') return rejected('The task is INVOICED and cannot be deleted.');
  if (timeOn(store, task).length > 0) return rejected('The task has a service associated and cannot be deleted.');

  store.tasks.delete(task.taskId);
  return noContent;
}

/** Minutes logged on a task; only of entries with `status`, if set. */
export function totalMinutes(store: Store, task: Task, status?: TimeEntry['status']): number {
  return timeOn(store, task)
    .filter((entry) => status === undefined || entry.status === status)
    .reduce((total, entry) => total + entry.duration, 0);
}

/** The value of the work on a task so far, in the project's currency. */
export function totalAmount(store: Store, task: Task): number {
  if (task.chargeType === 'NON_CHARGEABLE') return 0;
  return task.chargeType === 'FIXED' ? task.rate.value : (task.rate.value * totalMinutes(store, task)) / 60;
}

function timeOn(store: Store, task: Task): TimeEntry[] {
  return [...store.time.values()].filter((entry) => entry.taskId === task.taskId);
}

function taskAt(store: Store, ids: OperationArguments['ids']): Task | undefined {
  const task = store.tasks.get(ids.taskId);
  return task?.projectId === ids.projectId ? task : undefined;
}

function fieldsOf(body: OperationArguments['body']): Pick<Task, 'name' | 'rate' | 'chargeType' | 'estimateMinutes'> {
  const rate = body.rate as Partial<Amount>;
  return {
    name: String(body.name),
    rate: { currency: String(rate.currency), value: Number(rate.value ?? 0) },
    chargeType: body.chargeType as Task['chargeType'],
    ...(body.estimateMinutes == null ? {} : { estimateMinutes: Number(body.estimateMinutes) }),
  };
}

function toJson(store: Store, task: Task): unknown {
  const amount = (value: number) => ({ currency: task.rate.currency, value });
  const minutes = totalMinutes(store, task);
  const total = totalAmount(store, task);
  const isInvoiced = task.status === 'INVOICED';
  const { name, rate, chargeType, status, taskId, projectId, ...rest } = task;
  return {
    name,
    rate,
    chargeType,
    status,
    ...rest,
    taskId,
    projectId,
    totalMinutes: minutes,
    totalAmount: amount(total),
    minutesToBeInvoiced: chargeType === 'TIME' ? totalMinutes(store, task, 'ACTIVE') : 0,
    minutesInvoiced: totalMinutes(store, task, 'INVOICED'),
    nonChargeableMinutes: chargeType === 'NON_CHARGEABLE' ? minutes : 0,
    fixedMinutes: chargeType === 'FIXED' ? minutes : 0,
    amountToBeInvoiced: amount(isInvoiced ? 0 : total),
    amountInvoiced: amount(isInvoiced ? total : 0),
  };
}
