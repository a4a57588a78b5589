// The contact of a project cannot be changed.

import { projectsPage } from '../../../catalogue/citation.ts';
import type { Check, Examples } from './check.ts';
import { sentFields } from './walk-fields.ts';

export const check: Check = {
  id: 'contact-on-update',
  title: 'Contact on an update',
  severity: 'note',
  fix: 'Leave `contactId` out; to change the contact, create the project anew.',
  source: projectsPage,
  run(call) {
    if (call.operation?.id !== 'updateProject') return [];
    return sentFields(call)
      .fields.filter(({ row, value }) => row.name === 'contactId' && value !== undefined)
      .map(({ pointer }) => ({
        where: { in: 'request', pointer },
        saw: '`contactId` on a PUT',
        expected: 'no contact: it is fixed when the project is created',
      }));
  },
};

export const examples: Examples = {
  fires: [{ call: 'PUT /Projects/{projectId}', sent: { name: 'Attic', contactId: '{contactId}' } }],
  silent: [{ call: 'PUT /Projects/{projectId}' }, { call: 'POST /Projects' }],
};
