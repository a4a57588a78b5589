// The operations on projects.

import { randomUUID } from 'node:crypto';
import { isAmong, pageOf } from './list.ts';
import type { OperationArguments } from './operation-arguments.ts';
import { noContent, notFound, type Outcome, ok } from './outcome.ts';
import type { Project } from './seed.ts';
import type { Store } from './store.ts';
import { totalAmount, totalMinutes } from './task-operations.ts';

export function getProjects({ store, query }: OperationArguments): Outcome {
  const found = [...store.projects.values()].filter(
    (project) =>
      isAmong(query('projectIds'), project.projectId) &&
      isAmong(query('contactID'), project.contactId) &&
      isAmong(query('states'), project.status),
  );
  return pageOf(
    found.map((project) => toJson(store, project)),
    query,
  );
}

export function createProject({ store, body, createdStatus }: OperationArguments): Outcome {
  const contactId = String(body.contactId).toLowerCase();
  if (!store.organisation.contactIds.includes(contactId)) return notFound;

  const currencyCode = store.organisation.currency;
  const projectId = randomUUID();
  const project: Project = {
    projectId,
    contactId,
    currencyCode,
    status: 'INPROGRESS',
    ...fieldsOf(body, currencyCode),
  };
  store.projects.set(projectId, project);
  return ok(toJson(store, project), createdStatus);
}

export function getProject({ store, ids }: OperationArguments): Outcome {
  const project = store.projects.get(ids.projectId);
  return project === undefined ? notFound : ok(toJson(store, project));
}

/** Replaces all but the contact and the status, which it cannot change. */
export function updateProject({ store, ids, body }: OperationArguments): Outcome {
  const project = store.projects.get(ids.projectId);
  if (project === undefined) return notFound;

  const { projectId, contactId, currencyCode, status } = project;
  store.projects.set(projectId, { projectId, contactId, currencyCode, status, ...fieldsOf(body, currencyCode) });
  return noContent;
}

export function patchProject({ store, ids, body }: OperationArguments): Outcome {
  const project = store.projects.get(ids.projectId);
  if (project === undefined) return notFound;

  store.projects.set(project.projectId, { ...project, status: body.status as Project['status'] });
  return noContent;
}

function fieldsOf(
  body: OperationArguments['body'],
  currency: string,
): Pick<Project, 'name' | 'estimate' | 'deadlineUtc'> {
  return {
    name: String(body.name),
    ...(body.estimateAmount == null ? {} : { estimate: { currency, value: Number(body.estimateAmount) } }),
    ...(body.deadlineUtc == null ? {} : { deadlineUtc: String(body.deadlineUtc) }),
  };
}

/** As recorded: amounts are always present, `estimate` and `deadlineUtc` only if they are set. */
function toJson(store: Store, project: Project): unknown {
  const tasks = [...store.tasks.values()].filter((task) => task.projectId === project.projectId);
  const amount = (value: number) => ({ currency: project.currencyCode, value });
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const total = sum(tasks.map((task) => totalAmount(store, task)));
  const invoiced = sum(tasks.filter((task) => task.status === 'INVOICED').map((task) => totalAmount(store, task)));
  const { projectId, contactId, name, currencyCode, ...rest } = project;
  return {
    projectId,
    contactId,
    name,
    currencyCode,
    minutesLogged: sum(tasks.map((task) => totalMinutes(store, task))),
    totalTaskAmount: amount(total),
    totalExpenseAmount: amount(0),
    minutesToBeInvoiced: sum(tasks.map((task) => totalMinutes(store, task, 'ACTIVE'))),
    taskAmountToBeInvoiced: amount(total - invoiced),
    taskAmountInvoiced: amount(invoiced),
    expenseAmountToBeInvoiced: amount(0),
    expenseAmountInvoiced: amount(0),
    projectAmountInvoiced: amount(invoiced),
    deposit: amount(0),
    depositApplied: amount(0),
    creditNoteAmount: amount(0),
    totalInvoiced: amount(invoiced),
    totalToBeInvoiced: amount(total - invoiced),
    ...rest,
  };
}
