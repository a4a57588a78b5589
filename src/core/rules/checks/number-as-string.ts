// A number in quotes. Xero's own example of a project has one, so that gets a milder finding.

import { specification, specificationExamples } from '../../../catalogue/citation.ts';
import type { FieldRow } from '../../../catalogue/schema.ts';
import { quoteJson } from '../../text/quote.ts';
import type { Check, Examples, Mutations } from '../check-support/check.ts';
import { fieldName } from '../check-support/field-name.ts';
import { requestFields } from '../check-support/walk-fields.ts';

export const check: Check = {
  id: 'number-as-string',
  title: 'Number sent as string',
  severity: 'warning',
  order: 250,
  fix: 'Send the number without quotes.',
  canCause: [400],
  citation: specification,
  run(context) {
    return requestFields(context)
      .fields.filter(({ row, value }) => isNumberAsText(value, row))
      .map(({ row, pointer, value }) => ({
        location: { in: 'request', pointer },
        observed: `the string ${quoteJson(value, 40)}`,
        expected: 'a number',
        sentence: `${fieldName(pointer)} is the string ${quoteJson(value, 40)}, not a number.`,
        fix: `Send ${fieldName(pointer)} without quotes.`,
        certainty: 'possible',
        // The specification's example is a string too.
        ...(row.name === 'estimateAmount' ? { severity: 'note', citation: specificationExamples } : {}),
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
  fail: [
    { request: 'POST /Projects', requestBody: { name: 'Attic', contactId: '{contactId}', estimateAmount: '99.99' } },
    {
      request: 'POST /Projects/{projectId}/Tasks',
      requestBody: { name: 'Tiling', chargeType: 'TIME', rate: { currency: 'NZD', value: '80' } },
    },
  ],
  pass: [{ request: 'POST /Projects', requestBody: { name: '12', contactId: '{contactId}', estimateAmount: 99.99 } }],
};

export const mutations: Mutations = {
  requestField: ({ type, min = 1 }) => (type === 'number' || type === 'integer' ? [`${min}`] : []),
};
