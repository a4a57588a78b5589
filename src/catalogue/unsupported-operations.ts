// Source: XeroAPI/Xero-OpenAPI:xero-projects.yaml 16.1.0, by what is absent from it, and xero-node issue 759, read 2026-11-22.
// Operations that people expect but the Projects API lacks, and what to do instead. The first match is shown.

import { type Citation, secondary, specification } from './citation.ts';

export interface UnsupportedOperation {
  /** Default: any method. */
  readonly methods?: readonly string[];
  /** Relative to the API root, in lower case. `*` matches one segment, `**` at the end any number. */
  readonly path: string;
  readonly title: string;
  readonly alternative: string;
  readonly citation: Citation;
}

const expenses = secondary('xero-node issue 759', 'https://github.com/XeroAPI/xero-node/issues/759');

export const unsupportedOperations: readonly UnsupportedOperation[] = [
  {
    methods: ['DELETE'],
    path: '/projects/*',
    title: 'Projects can’t be deleted',
    alternative: 'Close the project: PATCH it with `{"status":"CLOSED"}`.',
    citation: specification,
  },
  {
    methods: ['PATCH'],
    path: '/projects/*/tasks/*',
    title: 'Tasks don’t support PATCH',
    alternative: 'Send the complete task with PUT.',
    citation: specification,
  },
  {
    methods: ['PATCH'],
    path: '/projects/*/time/*',
    title: 'Time entries don’t support PATCH',
    alternative: 'Send the complete time entry with PUT.',
    citation: specification,
  },
  {
    methods: ['POST', 'PUT', 'PATCH', 'DELETE'],
    path: '/projectsusers/**',
    title: 'Projects users are read-only',
    alternative: 'List them with `GET /ProjectsUsers`. The API has nothing else for users.',
    citation: specification,
  },
  {
    path: '/projectsusers/*',
    title: 'No endpoint for one user',
    alternative: 'List all users with `GET /ProjectsUsers` and find the `userId`.',
    citation: specification,
  },
  {
    path: '/connections/**',
    title: 'No endpoint for connections',
    alternative: 'Use `https://api.xero.com/connections`.',
    citation: specification,
  },
  ...['costs', 'cost', 'profitability', 'financials', 'totals', 'summary'].map((name) => ({
    path: `/projects/*/${name}/**`,
    title: 'No endpoint for totals',
    alternative:
      'Read `totalTaskAmount` and `totalExpenseAmount` from the project, and the minutes of each time entry from `duration`.',
    citation: specification,
  })),
  ...['estimates', 'estimate', 'budget', 'budgets'].map((name) => ({
    path: `/projects/*/${name}/**`,
    title: 'No endpoint for estimates',
    alternative: 'Read `estimate` from the project and `estimateMinutes` from each task.',
    citation: specification,
  })),
  ...['close', 'complete', 'archive', 'reopen', 'status', 'state'].map((name) => ({
    path: `/projects/*/${name}`,
    title: 'No endpoint for project status',
    alternative: 'PATCH the project with `{"status":"CLOSED"}` or `{"status":"INPROGRESS"}`.',
    citation: specification,
  })),
  ...['contact', 'contacts', 'clients', 'customers'].map((name) => ({
    path: `/projects/*/${name}/**`,
    title: 'No endpoint for contacts',
    alternative: 'Read `contactId` from the project, then get the contact from the Accounting API.',
    citation: specification,
  })),
  ...['contacts', 'clients', 'customers'].map((name) => ({
    path: `/${name}/**`,
    title: 'No endpoint for contacts',
    alternative: 'Get them from the Accounting API: `/api.xro/2.0/Contacts`.',
    citation: specification,
  })),
  ...['invoices', 'expenses', 'quotes', 'items'].map((name) => ({
    path: `/${name}/**`,
    title: `No endpoint for ${name}`,
    alternative: 'Use the Accounting API for these. The project itself contains its totals.',
    citation: expenses,
  })),
  {
    path: '/projects/*/tasks/*/time/**',
    title: 'Time entries aren’t under tasks',
    alternative: 'Use `GET /Projects/{projectId}/Time?taskId={taskId}`.',
    citation: specification,
  },
  {
    path: '/projects/*/projectsusers/**',
    title: 'Users aren’t under a project',
    alternative: 'List the organisation’s users with `GET /ProjectsUsers`.',
    citation: specification,
  },
  {
    path: '/projects/*/quotes/**',
    title: 'No endpoint for project quotes',
    alternative: 'Use the Accounting API for quotes.',
    citation: specification,
  },
  {
    path: '/projects/*/expenses/**',
    title: 'No endpoint for project expenses',
    alternative: 'Read their totals from the project: `totalExpenseAmount` and the related fields.',
    citation: expenses,
  },
  {
    path: '/projects/*/invoices/**',
    title: 'No endpoint for project invoices',
    alternative: 'Read the totals from the project, and use the Accounting API for the invoices.',
    citation: expenses,
  },
  {
    path: '/time/**',
    title: 'Time is listed per project',
    alternative: 'Send `GET /Projects/{projectId}/Time` for each project.',
    citation: specification,
  },
  {
    path: '/tasks/**',
    title: 'Tasks are listed per project',
    alternative: 'Send `GET /Projects/{projectId}/Tasks` for each project.',
    citation: specification,
  },
  {
    path: '/projects/*/users/**',
    title: 'No endpoint for project users',
    alternative: 'List the organisation’s users with `GET /ProjectsUsers`.',
    citation: specification,
  },
  {
    path: '/users/**',
    title: 'No `Users` endpoint',
    alternative: 'Use `GET /ProjectsUsers`.',
    citation: specification,
  },
  {
    path: '/projectusers/**',
    title: 'No `ProjectUsers` endpoint',
    alternative: 'Use `GET /ProjectsUsers`, with an s after “Project”.',
    citation: specification,
  },
  {
    path: '/projects/*/timeentries/**',
    title: 'No `TimeEntries` endpoint',
    alternative: 'Use `/Projects/{projectId}/Time`.',
    citation: specification,
  },
];
