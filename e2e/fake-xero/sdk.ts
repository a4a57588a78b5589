// Xero's official SDK calls every operation of the Projects API, and a recorder writes down what that looks like on the wire.

// The SDK's own entry point loads all of its eleven APIs.
import { ProjectApi } from 'xero-node/dist/gen/api/projectApi.js';
import { ChargeType } from 'xero-node/dist/gen/model/projects/chargeType.js';
import { CurrencyCode } from 'xero-node/dist/gen/model/projects/currencyCode.js';
import { ProjectStatus } from 'xero-node/dist/gen/model/projects/projectStatus.js';
import { type OperationId, root } from './operations.ts';
import { type Recording, startRecorder } from './recorder.ts';
import { ids } from './seed.ts';
import type { Xero } from './server.ts';

export interface SdkCall extends Recording {
  /** The SDK's method that made the call. */
  readonly operationId: OperationId;
}

/** One call per operation, in an order in which each finds what it needs. Rejects when Xero refuses one. */
export async function callAllOperations(xero: Pick<Xero, 'httpsPort' | 'certificate' | 'token'>): Promise<SdkCall[]> {
  const recorder = await startRecorder(xero);
  const api = new ProjectApi(recorder.origin + root);
  api.accessToken = xero.token();
  const called: OperationId[] = [];
  try {
    await callEach(api, (operationId) => called.push(operationId));
  } finally {
    await recorder.close();
  }
  return recorder.recordings.map((recording, index) => ({ ...recording, operationId: called[index] as OperationId }));
}

const { tenant, contact, user } = ids;

async function callEach(api: ProjectApi, calling: (operationId: OperationId) => void): Promise<void> {
  const call = <Id extends OperationId>(operationId: Id, ...given: Parameters<ProjectApi[Id]>) => {
    calling(operationId);
    const method = api[operationId] as (...all: Parameters<ProjectApi[Id]>) => ReturnType<ProjectApi[Id]>;
    return method.apply(api, given);
  };

  const project = { contactId: contact, name: 'Bathroom', estimateAmount: 4200, deadlineUtc: new Date('2999-03-01') };
  await call('getProjectUsers', tenant, 1, 50);
  const created = await call('createProject', tenant, project, 'sdk-project');
  const projectId = idIn(created.body.projectId);
  await call('getProjects', tenant, [projectId], contact, 'INPROGRESS', 1, 50);
  await call('getProject', tenant, projectId);
  await call('updateProject', tenant, projectId, { ...project, name: 'Bathroom and laundry' });

  const task = { name: 'Tiling', rate: { currency: CurrencyCode.NZD, value: 80 }, chargeType: ChargeType.TIME };
  const taskId = idIn((await call('createTask', tenant, projectId, task, 'sdk-task')).body.taskId);
  await call('getTasks', tenant, projectId, 1, 50, taskId, ChargeType.TIME);
  await call('getTask', tenant, projectId, taskId);
  await call('updateTask', tenant, projectId, taskId, { ...task, estimateMinutes: 480 });

  const entry = { userId: user, taskId, dateUtc: new Date('2026-11-20'), duration: 45, description: 'Grouting' };
  const timeEntryId = idIn((await call('createTimeEntry', tenant, projectId, entry)).body.timeEntryId);
  await call('getTimeEntries', tenant, projectId, user, taskId);
  await call('getTimeEntry', tenant, projectId, timeEntryId);
  await call('updateTimeEntry', tenant, projectId, timeEntryId, { ...entry, duration: 60 });
  await call('deleteTimeEntry', tenant, projectId, timeEntryId);
  await call('deleteTask', tenant, projectId, taskId);
  await call('patchProject', tenant, projectId, { status: ProjectStatus.CLOSED });
}

function idIn(value: string | undefined): string {
  if (value === undefined) throw new Error('The answer has no id of what was created.');
  return value;
}
