// Source: XeroAPI/Xero-OpenAPI:xero-projects.yaml 16.1.0, by what is absent from it, and xero-node issue 759, read 2026-11-22.
// What people look for in the Projects API and it does not have, and what to do in its place. The first row that fits is told.

import { type Source, secondary, specification } from './citation.ts';

export interface AbsentOperation {
  /** Any where left out. */
  readonly methods?: readonly string[];
  /** Below the API root, in lower case; `*` stands for one segment, `**` at the end for any number. */
  readonly path: string;
  readonly missing: string;
  readonly instead: string;
  readonly source: Source;
}

const expenses = secondary('xero-node issue 759', 'https://github.com/XeroAPI/xero-node/issues/759');

export const absentOperations: readonly AbsentOperation[] = [
  {
    methods: ['DELETE'],
    path: '/projects/*',
    missing: 'A project cannot be deleted',
    instead: 'Close it: PATCH it with `{"status":"CLOSED"}`.',
    source: specification,
  },
  {
    methods: ['PATCH'],
    path: '/projects/*/tasks/*',
    missing: 'A task cannot be patched',
    instead: 'Send all of it by PUT.',
    source: specification,
  },
  {
    methods: ['PATCH'],
    path: '/projects/*/time/*',
    missing: 'A time entry cannot be patched',
    instead: 'Send all of it by PUT.',
    source: specification,
  },
  {
    methods: ['POST', 'PUT', 'PATCH', 'DELETE'],
    path: '/projectsusers/**',
    missing: 'Users of Projects cannot be changed',
    instead: 'List them by `GET /ProjectsUsers`; it is all that the API has of them.',
    source: specification,
  },
  {
    path: '/projectsusers/*',
    missing: 'One user cannot be read alone',
    instead: 'List all by `GET /ProjectsUsers` and look for the `userId`.',
    source: specification,
  },
  {
    path: '/projects/*/expenses/**',
    missing: 'Expenses of a project are not in the API',
    instead: 'Read their sums from the project: `totalExpenseAmount` and its kin.',
    source: expenses,
  },
  {
    path: '/projects/*/invoices/**',
    missing: 'Invoices of a project are not in the API',
    instead: 'Read its sums from the project; use the Accounting API for invoices.',
    source: expenses,
  },
  {
    path: '/time/**',
    missing: 'Time cannot be listed across projects',
    instead: 'Ask each project: `GET /Projects/{projectId}/Time`.',
    source: specification,
  },
  {
    path: '/tasks/**',
    missing: 'Tasks cannot be listed across projects',
    instead: 'Ask each project: `GET /Projects/{projectId}/Tasks`.',
    source: specification,
  },
  {
    path: '/projects/*/users/**',
    missing: 'Users of one project are not in the API',
    instead: 'List those of the organisation: `GET /ProjectsUsers`.',
    source: specification,
  },
  {
    path: '/users/**',
    missing: 'There is no `Users` in the Projects API',
    instead: 'Call `GET /ProjectsUsers`.',
    source: specification,
  },
  {
    path: '/projectusers/**',
    missing: 'There is no `ProjectUsers` in the Projects API',
    instead: 'Call `GET /ProjectsUsers`, with an s in the middle.',
    source: specification,
  },
  {
    path: '/projects/*/timeentries/**',
    missing: 'There is no `TimeEntries` in the Projects API',
    instead: 'Call `/Projects/{projectId}/Time`.',
    source: specification,
  },
];
