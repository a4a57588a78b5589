// A project's contact can't be changed after it was created.

import { projectsPage } from '../../../catalogue/citation.ts';
import type { Check, Examples, Mutations } from '../check-support/check.ts';
import { requestFields } from '../check-support/walk-fields.ts';

export const check: Check = {
  id: 'contact-on-update',
  title: 'Contact sent on update',
  severity: 'note',
  order: 350,
  fix: 'Remove `contactId`. To change the contact, create the project again.',
  citation: projectsPage,
  run(context) {
    if (context.operation?.id !== 'updateProject') return [];
    return requestFields(context)
      .fields.filter(({ row, value }) => row.name === 'contactId' && value !== undefined)
      .map(({ pointer }) => ({
        location: { in: 'request', pointer },
        observed: '`contactId` on a PUT',
        sentence: '`contactId` can’t change on a PUT, because the contact is set when the project is created.',
        expected: 'no `contactId`, because the contact is set when the project is created',
      }));
  },
};

export const examples: Examples = {
  fail: [{ request: 'PUT /Projects/{projectId}', requestBody: { name: 'Attic', contactId: '{contactId}' } }],
  pass: [{ request: 'PUT /Projects/{projectId}' }, { request: 'POST /Projects' }],
};

export const mutations: Mutations = {
  request: ({ id }) =>
    id === 'updateProject' ? [{ requestFields: { '/contactId': '254553fa-2be8-4991-bd5e-70a97ea12ef8' } }] : [],
};
