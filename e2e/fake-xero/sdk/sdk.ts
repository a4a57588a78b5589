// Xero's official SDK calls every operation of the Projects API, and a proxy records the requests and responses.

// The SDK's own entry point loads all of its eleven APIs.
import { ProjectApi } from 'xero-node/dist/gen/api/projectApi.js';
import { ChargeType } from 'xero-node/dist/gen/model/projects/chargeType.js';
import { CurrencyCode } from 'xero-node/dist/gen/model/projects/currencyCode.js';
import { ProjectStatus } from 'xero-node/dist/gen/model/projects/projectStatus.js';
import type { OperationId } from '../../../src/catalogue/operations.ts';
import { root } from '../operations/operations.ts';
import { ids } from '../operations/seed.ts';
import type { Xero } from '../server/server.ts';
import { type Recording, startRecorder } from './recorder.ts';

export interface SdkRecording extends Recording {
  /** The SDK's method that sent the request. */
  readonly operationId: OperationId;
}

/** Calls each operation that the SDK has once, in the order of the table. Rejects if the server rejects a request. */
export async function callAllOperations(
  xero: Pick<Xero, 'httpsPort' | 'certificate' | 'token'>,
): Promise<SdkRecording[]> {
  const recorder = await startRecorder(xero);
  const api = new ProjectApi(recorder.origin + root);
  api.accessToken = xero.token();
  try {
    await runAllOperations(api);
  } finally {
    await recorder.close();
  }
  return recorder.recordings.map((recording, index) => ({
    ...recording,
    operationId: sdkOperations[index] as OperationId,
  }));
}

/** The same through an SDK that the caller has set up. */
export async function runAllOperations(api: ProjectApi): Promise<void> {
  const run: Run = { api, projectId: '', taskId: '', timeEntryId: '' };
  for (const operationId of sdkOperations) await (steps[operationId] as Step)(run);
}

/** The SDK, and the ids of the records that earlier steps created. */
interface Run {
  readonly api: ProjectApi;
  projectId: string;
  taskId: string;
  timeEntryId: string;
}

type Step = (run: Run) => Promise<unknown>;

const { tenant, contact, user } = ids;
const project = { contactId: contact, name: 'Bathroom', estimateAmount: 4200, deadlineUtc: new Date('2999-03-01') };
const task = { name: 'Tiling', rate: { currency: CurrencyCode.NZD, value: 80 }, chargeType: ChargeType.TIME };
const entry = { userId: user, dateUtc: new Date('2026-11-20'), duration: 45, description: 'Grouting' };

/** Ordered so that each step has the records that it needs. A string instead of a step says why the SDK has no such method. */
const steps: Readonly<Record<OperationId, Step | string>> = {
  getProjectUsers: ({ api }) => api.getProjectUsers(tenant, 1, 50),
  createProject: async (run) => {
    run.projectId = requireId((await run.api.createProject(tenant, project, 'sdk-project')).body.projectId);
  },
  getProjects: ({ api, projectId }) => api.getProjects(tenant, [projectId], contact, 'INPROGRESS', 1, 50),
  getProject: ({ api, projectId }) => api.getProject(tenant, projectId),
  updateProject: ({ api, projectId }) =>
    api.updateProject(tenant, projectId, { ...project, name: 'Bathroom and laundry' }),
  createTask: async (run) => {
    run.taskId = requireId((await run.api.createTask(tenant, run.projectId, task, 'sdk-task')).body.taskId);
  },
  getTasks: ({ api, projectId, taskId }) => api.getTasks(tenant, projectId, 1, 50, taskId, ChargeType.TIME),
  getTask: ({ api, projectId, taskId }) => api.getTask(tenant, projectId, taskId),
  updateTask: ({ api, projectId, taskId }) =>
    api.updateTask(tenant, projectId, taskId, { ...task, estimateMinutes: 480 }),
  createTimeEntry: async (run) => {
    const { body } = await run.api.createTimeEntry(tenant, run.projectId, { ...entry, taskId: run.taskId });
    run.timeEntryId = requireId(body.timeEntryId);
  },
  getTimeEntries: ({ api, projectId, taskId }) => api.getTimeEntries(tenant, projectId, user, taskId),
  getTimeEntry: ({ api, projectId, timeEntryId }) => api.getTimeEntry(tenant, projectId, timeEntryId),
  updateTimeEntry: ({ api, projectId, taskId, timeEntryId }) =>
    api.updateTimeEntry(tenant, projectId, timeEntryId, { ...entry, taskId, duration: 60 }),
  deleteTimeEntry: ({ api, projectId, timeEntryId }) => api.deleteTimeEntry(tenant, projectId, timeEntryId),
  deleteTask: ({ api, projectId, taskId }) => api.deleteTask(tenant, projectId, taskId),
  patchProject: ({ api, projectId }) => api.patchProject(tenant, projectId, { status: ProjectStatus.CLOSED }),
};

/** The operations that the SDK has, in the order of the table. */
export const sdkOperations = (Object.keys(steps) as OperationId[]).filter((id) => typeof steps[id] !== 'string');

function requireId(value: string | undefined): string {
  if (value === undefined) throw new Error('The response has no id of the record that was created.');
  return value;
}
