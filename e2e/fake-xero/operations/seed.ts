// The initial data of the local server: two organisations with projects, tasks, time entries, users and contacts.

export interface Amount {
  readonly currency: string;
  readonly value: number;
}

export interface Project {
  readonly projectId: string;
  readonly contactId: string;
  readonly name: string;
  readonly currencyCode: string;
  readonly status: 'INPROGRESS' | 'CLOSED';
  readonly estimate?: Amount;
  readonly deadlineUtc?: string;
}

export interface Task {
  readonly taskId: string;
  readonly projectId: string;
  readonly name: string;
  readonly rate: Amount;
  readonly chargeType: 'TIME' | 'FIXED' | 'NON_CHARGEABLE';
  readonly estimateMinutes?: number;
  readonly status: 'ACTIVE' | 'INVOICED' | 'LOCKED';
}

export interface TimeEntry {
  readonly timeEntryId: string;
  readonly projectId: string;
  readonly taskId: string;
  readonly userId: string;
  readonly dateUtc: string;
  readonly dateEnteredUtc: string;
  readonly duration: number;
  readonly description: string | null;
  readonly status: 'ACTIVE' | 'LOCKED' | 'INVOICED';
}

interface ProjectUser {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
}

export interface Organisation {
  readonly tenantId: string;
  /** Not the tenant id: using one for the other is a common mistake. */
  readonly connectionId: string;
  readonly tenantName: string;
  readonly currency: string;
  readonly contactIds: readonly string[];
  readonly users: readonly ProjectUser[];
  readonly projects: readonly Project[];
  readonly tasks: readonly Task[];
  readonly time: readonly TimeEntry[];
}

/** Ids of the first organisation that requests and tests use. */
export const ids = {
  tenant: 'e1eede29-f875-4a5d-8470-17f6a29a88b1',
  otherTenant: '70784a63-d24b-46a9-a4db-0e70a274b056',
  connection: '2ed1dd7b-5ab9-4c4c-8c64-9d2d1a1c1e0e',
  contact: '00f1a4e5-8f4a-4b3c-9f3a-2f1c6d7e8a90',
  user: '740add2a-a703-4b8a-a670-1093919c2040',
  project: '254553fa-2be8-4991-bd5e-70a97ea12ef8',
  closedProject: 'b021e7cb-1903-4292-b48b-5b27b4271e3e',
  fixedProject: '4f2b1c9d-7a63-4e0f-8d2a-6c5b3e9f1a07',
  task: 'c5bf9e3f-7d68-4a1b-9b5f-1a6f0f4b2d3c',
  invoicedTask: '9b0c6a12-4e7d-4d2f-8f1e-3c2d5a7b9e64',
  freeTask: '7be77337-feec-4458-bb1b-dbaa5a4aafce',
  timeEntry: '3cd35eca-704f-4bca-b258-236028ae8ed1',
  invoicedTime: '6f8e2d41-5b3c-4a9e-b7d0-1e4f9c8a2b35',
  unknown: 'deadbeef-dead-4bad-8bad-deadbeefdead',
} as const;

const nzd = (value: number): Amount => ({ currency: 'NZD', value });

export const organisations: readonly Organisation[] = [
  {
    tenantId: ids.tenant,
    connectionId: ids.connection,
    tenantName: 'Acme Ltd',
    currency: 'NZD',
    contactIds: [ids.contact, '5c8a7e1f-2d94-4b06-a3f7-9e0d1b6c4a28'],
    users: [
      { userId: ids.user, name: 'Avery Cole', email: 'avery@acme.example' },
      { userId: 'a3c9f5d2-1b7e-4c86-9d04-7f2e8b5a6c13', name: 'Sam Ortiz', email: 'sam@acme.example' },
    ],
    projects: [
      {
        projectId: ids.project,
        contactId: ids.contact,
        name: 'New kitchen',
        currencyCode: 'NZD',
        status: 'INPROGRESS',
        estimate: nzd(12_000),
        deadlineUtc: '2026-12-18T00:00:00Z',
      },
      {
        projectId: ids.closedProject,
        contactId: ids.contact,
        name: 'Garden wall',
        currencyCode: 'NZD',
        status: 'CLOSED',
      },
      {
        projectId: ids.fixedProject,
        contactId: '5c8a7e1f-2d94-4b06-a3f7-9e0d1b6c4a28',
        name: 'Website',
        currencyCode: 'NZD',
        status: 'INPROGRESS',
      },
    ],
    tasks: [
      {
        taskId: ids.task,
        projectId: ids.project,
        name: 'Plumbing',
        rate: nzd(95),
        chargeType: 'TIME',
        estimateMinutes: 600,
        status: 'ACTIVE',
      },
      {
        taskId: ids.freeTask,
        projectId: ids.project,
        name: 'Site visit',
        rate: nzd(0),
        chargeType: 'NON_CHARGEABLE',
        status: 'ACTIVE',
      },
      {
        taskId: ids.invoicedTask,
        projectId: ids.fixedProject,
        name: 'Design',
        rate: nzd(1_500),
        chargeType: 'FIXED',
        status: 'INVOICED',
      },
    ],
    time: [
      {
        timeEntryId: ids.timeEntry,
        projectId: ids.project,
        taskId: ids.task,
        userId: ids.user,
        dateUtc: '2026-11-16T21:00:00Z',
        dateEnteredUtc: '2026-11-17T03:12:44.7933532Z',
        duration: 90,
        description: 'Pipes under the sink',
        status: 'ACTIVE',
      },
      {
        timeEntryId: ids.invoicedTime,
        projectId: ids.project,
        taskId: ids.task,
        userId: ids.user,
        dateUtc: '2026-11-09T21:00:00Z',
        dateEnteredUtc: '2026-11-10T02:40:10.1180025Z',
        duration: 240,
        description: null,
        status: 'INVOICED',
      },
    ],
  },
  {
    tenantId: ids.otherTenant,
    connectionId: '8b1f0c3e-6d5a-4f27-9c81-e2a4b7d60f95',
    tenantName: 'Globex Pty',
    currency: 'AUD',
    contactIds: ['d4e6b8a0-3c5f-4172-8e9d-0b1a2c3d4e5f'],
    users: [{ userId: '1f7d3b59-8a2c-4e60-b4f6-5d9e0c7a8b21', name: 'Noa Lind', email: 'noa@globex.example' }],
    projects: [
      {
        projectId: '0d9c8b7a-6f5e-4d3c-9b2a-1f0e9d8c7b6a',
        contactId: 'd4e6b8a0-3c5f-4172-8e9d-0b1a2c3d4e5f',
        name: 'Warehouse move',
        currencyCode: 'AUD',
        status: 'INPROGRESS',
      },
    ],
    tasks: [],
    time: [],
  },
];
