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
