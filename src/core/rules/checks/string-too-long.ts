// A text beyond its documented length.

import { specification } from '../../../catalogue/citation.ts';
import type { Check, Examples } from './check.ts';
import { sentFields } from './walk-fields.ts';

export const check: Check = {
  id: 'string-too-long',
  title: 'Text too long',
  severity: 'error',
  fix: 'Shorten the text.',
  explains: [400],
  source: specification,
  run(call) {
    return sentFields(call).fields.flatMap(({ row, pointer, value }) =>
      row.longest === undefined || typeof value !== 'string' || value.length <= row.longest
        ? []
        : [
            {
              where: { in: 'request', pointer },
              saw: `${value.length} characters`,
              expected: `at most ${row.longest}`,
              source: row.source,
            } as const,
          ],
    );
  },
};

const task = { chargeType: 'TIME', rate: { currency: 'NZD', value: 80 } };

export const examples: Examples = {
  fires: [{ call: 'POST /Projects/{projectId}/Tasks', sent: { ...task, name: 'x'.repeat(101) } }],
  silent: [{ call: 'POST /Projects/{projectId}/Tasks', sent: { ...task, name: 'x'.repeat(100) } }],
};
