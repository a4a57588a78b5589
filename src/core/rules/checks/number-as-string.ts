// A number in quotes. Xero's own example of a project has one, so it is told gently.

import { specification, specificationExamples } from '../../../catalogue/citation.ts';
import type { FieldRow } from '../../../catalogue/schema.ts';
import { quoteJson } from '../../text/quote.ts';
import type { Check, Examples } from './check.ts';
import { sentFields } from './walk-fields.ts';

export const check: Check = {
  id: 'number-as-string',
  title: 'Number in quotes',
  severity: 'warning',
  fix: 'Send the number without quotes.',
  explains: [400],
  source: specification,
  run(call) {
    return sentFields(call)
      .fields.filter(({ row, value }) => isNumberAsText(value, row))
      .map(({ row, pointer, value }) => ({
        where: { in: 'request', pointer },
        saw: `the text ${quoteJson(value, 40)}`,
        expected: 'a plain number',
        sure: 'possible',
        // Its example in the specification is a text as well.
        ...(row.name === 'estimateAmount' ? { severity: 'note', source: specificationExamples } : {}),
      }));
  },
};

export function isNumberAsText(value: unknown, { type }: FieldRow): boolean {
  return (
    (type === 'number' || type === 'integer') &&
    typeof value === 'string' &&
    value.trim() !== '' &&
    value.length < 40 &&
    Number.isFinite(Number(value))
  );
}

export const examples: Examples = {
  fires: [
    { call: 'POST /Projects', sent: { name: 'Attic', contactId: '{contactId}', estimateAmount: '99.99' } },
    {
      call: 'POST /Projects/{projectId}/Tasks',
      sent: { name: 'Tiling', chargeType: 'TIME', rate: { currency: 'NZD', value: '80' } },
    },
  ],
  silent: [{ call: 'POST /Projects', sent: { name: '12', contactId: '{contactId}', estimateAmount: 99.99 } }],
};
