// Source: XeroAPI/Xero-OpenAPI:xero-projects.yaml 16.1.0, by what is absent from it, and xero-node issue 759, read 2026-11-22.
// What people look for in the Projects API and it does not have, and what to do in its place. The first row that fits is told.

import { type Citation, secondary, specification } from './citation.ts';

export interface UnsupportedOperation {
  /** Any where left out. */
  readonly methods?: readonly string[];
  /** Below the API root, in lower case; `*` stands for one segment, `**` at the end for any number. */
  readonly path: string;
  readonly title: string;
  readonly alternative: string;
  readonly citation: Citation;
}

const expenses = secondary('xero-node issue 759', 'https://github.com/XeroAPI/xero-node/issues/759');

export const absentOperations: readonly UnsupportedOperation[] = [
  {
    methods: ['DELETE'],
    path: '/projects/*',
    title: 'A project cannot be deleted',
    alternative: 'Close it: PATCH it with `{"status":"CLOSED"}`.',
    citation: specification,
  },
  {
    methods: ['PATCH'],
    path: '/projects/*/tasks/*',
    title: 'A task cannot be patched',
    alternative: 'Send all of it by PUT.',
    citation: specification,
  },
  {
    methods: ['PATCH'],
    path: '/projects/*/time/*',
    title: 'A time entry cannot be patched',
    alternative: 'Send all of it by PUT.',
    citation: specification,
  },
  {
    methods: ['POST', 'PUT', 'PATCH', 'DELETE'],
    path: '/projectsusers/**',
    title: 'Users of Projects cannot be changed',
    alternative: 'List them by `GET /ProjectsUsers`; it is all that the API has of them.',
    citation: specification,
  },
  {
    path: '/projectsusers/*',
    title: 'One user cannot be read alone',
    alternative: 'List all by `GET /ProjectsUsers` and look for the `userId`.',
    citation: specification,
  },
  {
    path: '/connections/**',
    title: 'Connections are not below the Projects API',
    alternative: 'Call `https://api.xero.com/connections`.',
    citation: specification,
  },
  ...['costs', 'cost', 'profitability', 'financials', 'totals', 'summary'].map((name) => ({
    path: `/projects/*/${name}/**`,
    title: 'Sums have no address of their own',
    alternative:
      'Read `totalTaskAmount` and `totalExpenseAmount` from the project, and the minutes of each time entry from `duration`.',
    citation: specification,
  })),
  ...['estimates', 'estimate', 'budget', 'budgets'].map((name) => ({
    path: `/projects/*/${name}/**`,
    title: 'Estimates have no address of their own',
    alternative: 'Read `estimate` from the project and `estimateMinutes` from each task.',
    citation: specification,
  })),
  ...['close', 'complete', 'archive', 'reopen', 'status', 'state'].map((name) => ({
    path: `/projects/*/${name}`,
    title: 'A project’s state has no address of its own',
    alternative: 'PATCH the project with `{"status":"CLOSED"}` or `{"status":"INPROGRESS"}`.',
    citation: specification,
  })),
  ...['contact', 'contacts', 'clients', 'customers'].map((name) => ({
    path: `/projects/*/${name}/**`,
    title: 'Contacts are not in the Projects API',
    alternative: 'Read `contactId` from the project, and the contact from the Accounting API.',
    citation: specification,
  })),
  ...['contacts', 'clients', 'customers'].map((name) => ({
    path: `/${name}/**`,
    title: 'Contacts are not in the Projects API',
    alternative: 'Read them from the Accounting API, `/api.xro/2.0/Contacts`.',
    citation: specification,
  })),
  ...['invoices', 'expenses', 'quotes', 'items'].map((name) => ({
    path: `/${name}/**`,
    title: `The Projects API has no ${name}`,
    alternative: 'Use the Accounting API for these. Sums for a project are in the project itself.',
    citation: expenses,
  })),
  {
    path: '/projects/*/tasks/*/time/**',
    title: 'Time entries are not below tasks',
    alternative: 'Call `GET /Projects/{projectId}/Time?taskId={taskId}`.',
    citation: specification,
  },
  {
    path: '/projects/*/projectsusers/**',
    title: 'Users are not below a project',
    alternative: 'List those of the organisation: `GET /ProjectsUsers`.',
    citation: specification,
  },
  {
    path: '/projects/*/quotes/**',
    title: 'Quotes of a project are not in the API',
    alternative: 'Use the Accounting API for quotes.',
    citation: specification,
  },
  {
    path: '/projects/*/expenses/**',
    title: 'Expenses of a project are not in the API',
    alternative: 'Read their sums from the project: `totalExpenseAmount` and its kin.',
    citation: expenses,
  },
  {
    path: '/projects/*/invoices/**',
    title: 'Invoices of a project are not in the API',
    alternative: 'Read its sums from the project; use the Accounting API for invoices.',
    citation: expenses,
  },
  {
    path: '/time/**',
    title: 'Time cannot be listed across projects',
    alternative: 'Ask each project: `GET /Projects/{projectId}/Time`.',
    citation: specification,
  },
  {
    path: '/tasks/**',
    title: 'Tasks cannot be listed across projects',
    alternative: 'Ask each project: `GET /Projects/{projectId}/Tasks`.',
    citation: specification,
  },
  {
    path: '/projects/*/users/**',
    title: 'Users of one project are not in the API',
    alternative: 'List those of the organisation: `GET /ProjectsUsers`.',
    citation: specification,
  },
  {
    path: '/users/**',
    title: 'There is no `Users` in the Projects API',
    alternative: 'Call `GET /ProjectsUsers`.',
    citation: specification,
  },
  {
    path: '/projectusers/**',
    title: 'There is no `ProjectUsers` in the Projects API',
    alternative: 'Call `GET /ProjectsUsers`, with an s in the middle.',
    citation: specification,
  },
  {
    path: '/projects/*/timeentries/**',
    title: 'There is no `TimeEntries` in the Projects API',
    alternative: 'Call `/Projects/{projectId}/Time`.',
    citation: specification,
  },
];
