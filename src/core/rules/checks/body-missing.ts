// A missing body for an operation that requires one.

import { specification } from '../../../catalogue/citation.ts';
import type { Check, Examples, Mutations } from '../check-support/check.ts';

export const check: Check = {
  id: 'body-missing',
  title: 'Request body missing',
  severity: 'error',
  order: 180,
  fix: 'Send the fields as JSON.',
  canCause: [400, 500],
  citation: specification,
  run({ operation, requestBody }) {
    if (operation?.requestBody === undefined || requestBody.kind !== 'none') return [];
    return [
      {
        location: { in: 'request', pointer: '' },
        observed: `a ${operation.method} without a body`,
        expected: `a \`${operation.requestBody}\` object as JSON`,
        sentence: `The ${operation.method} has no body.`,
        fix: `Send a \`${operation.requestBody}\` object as JSON.`,
      },
    ];
  },
};

export const examples: Examples = {
  fail: [
    { request: 'POST /Projects', requestBody: '' },
    { request: 'PATCH /Projects/{projectId}', requestBody: '  ' },
  ],
  pass: [{ request: 'POST /Projects' }, {}],
};

export const mutations: Mutations = {
  request: ({ requestBody }) =>
    requestBody === undefined ? [] : [undefined, '', ' \r\n\t'].map((body) => ({ requestBody: body })),
};
