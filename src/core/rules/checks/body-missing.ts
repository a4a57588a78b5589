// The operation takes a body and got none.

import { specification } from '../../../catalogue/citation.ts';
import type { Check, Examples } from './check.ts';

export const check: Check = {
  id: 'body-missing',
  title: 'No body',
  severity: 'error',
  fix: 'Send the fields as JSON.',
  explains: [400, 500],
  source: specification,
  run({ operation, sent }) {
    if (operation?.body === undefined || sent.kind !== 'none') return [];
    return [
      {
        where: { in: 'request', pointer: '' },
        saw: `a ${operation.method} without a body`,
        expected: `a \`${operation.body}\` as JSON`,
      },
    ];
  },
};

export const examples: Examples = {
  fires: [
    { call: 'POST /Projects', sent: '' },
    { call: 'PATCH /Projects/{projectId}', sent: '  ' },
  ],
  silent: [{ call: 'POST /Projects' }, {}],
};
