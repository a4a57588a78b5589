// A PUT of a time entry without `description` silently clears it.

import { specification } from '../../../catalogue/citation.ts';
import type { Check, Examples, Mutations } from '../check-support/check.ts';
import { requestFields } from '../check-support/walk-fields.ts';

export const check: Check = {
  id: 'description-cleared',
  title: 'Description will be cleared',
  severity: 'warning',
  order: 370,
  fix: 'Send the description too, unless you want to clear it.',
  citation: specification,
  run(context) {
    if (context.operation?.id !== 'updateTimeEntry') return [];
    return requestFields(context)
      .fields.filter(({ row, value }) => row.name === 'description' && value === undefined)
      .map(({ pointer }) => ({
        location: { in: 'request', pointer },
        observed: 'a PUT without `description`',
        sentence: 'A PUT without `description` sets it to null.',
        expected: 'the description, because a PUT without it sets it to null',
      }));
  },
};

const time = { userId: '{userId}', taskId: '{taskId}', dateUtc: '2026-11-20T00:00:00Z', duration: 45 };

export const examples: Examples = {
  fail: [{ request: 'PUT /Projects/{projectId}/Time/{timeEntryId}', requestBody: time, status: 204 }],
  pass: [
    { request: 'PUT /Projects/{projectId}/Time/{timeEntryId}', requestBody: { ...time, description: 'Grouting' } },
    { request: 'PUT /Projects/{projectId}/Time/{timeEntryId}', requestBody: { ...time, description: null } },
    { request: 'POST /Projects/{projectId}/Time', requestBody: time },
  ],
};

export const mutations: Mutations = {
  request: ({ id }) => (id === 'updateTimeEntry' ? [{ requestFields: { '/description': undefined } }] : []),
};
