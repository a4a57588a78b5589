// A project's status changes by PATCH, not by PUT.

import { projectsPage, projectsRecording } from '../../../catalogue/citation.ts';
import { isSuccess } from '../../diagnose/outcome.ts';
import type { Check, Examples, Mutations } from '../check-support/check.ts';
import { requestFields } from '../check-support/walk-fields.ts';

export const check: Check = {
  id: 'status-on-update',
  title: 'Status sent in PUT',
  severity: 'warning',
  order: 360,
  fix: 'Send `{"status":"CLOSED"}` or `{"status":"INPROGRESS"}` with PATCH.',
  citation: projectsPage,
  run(context) {
    if (context.operation?.id !== 'updateProject') return [];
    return requestFields(context)
      .unknown.filter(({ name }) => name.toLowerCase() === 'status')
      .map(({ pointer }) => ({
        location: { in: 'request', pointer },
        observed: isSuccess(context.exchange) ? '`status` in a PUT, which succeeded anyway' : '`status` in a PUT',
        sentence: isSuccess(context.exchange)
          ? 'The PUT has a `status` and succeeded, but Xero doesn’t promise that a PUT changes it.'
          : 'The PUT has a `status`, and Xero doesn’t promise that a PUT changes it.',
        expected: 'a PATCH with the status, because Xero doesn’t promise that a PUT changes it',
        ...(isSuccess(context.exchange) ? { citation: projectsRecording } : {}),
      }));
  },
};

export const examples: Examples = {
  fail: [
    { request: 'PUT /Projects/{projectId}', requestBody: { name: 'Attic', status: 'CLOSED' } },
    { request: 'PUT /Projects/{projectId}', requestBody: { name: 'Attic', status: 'CLOSED' }, status: 204 },
  ],
  pass: [{ request: 'PUT /Projects/{projectId}' }, { request: 'PATCH /Projects/{projectId}' }],
};

export const mutations: Mutations = {
  request: ({ id }) => (id === 'updateProject' ? [{ requestFields: { '/status': 'CLOSED' } }] : []),
};
