// A value outside a documented enum.

import { specification } from '../../../catalogue/citation.ts';
import { quoteJson } from '../../text/quote.ts';
import type { Check, Examples, Mutations } from '../check-support/check.ts';
import { didYouMean } from '../check-support/did-you-mean.ts';
import { fieldName } from '../check-support/field-name.ts';
import { formatList } from '../check-support/formats.ts';
import { requestFields } from '../check-support/walk-fields.ts';

export const check: Check = {
  id: 'enum-unknown',
  title: 'Unknown value',
  severity: 'error',
  order: 270,
  fix: 'Send one of the documented values.',
  canCause: [400, 500],
  citation: specification,
  run(context) {
    return requestFields(context)
      .fields.filter(({ row }) => row.type === 'enum' && row.name !== 'currency')
      .flatMap(({ row, pointer, value }) => {
        const values = row.values ?? [];
        if (typeof value !== 'string' || values.includes(value)) return [];
        const near = didYouMean(value, values);
        return [
          {
            location: { in: 'request', pointer },
            observed: quoteJson(value, 60),
            sentence: `${fieldName(pointer)} is ${quoteJson(value, 60)}, which isn’t a documented value.`,
            fix: `Send ${near ? `\`${near}\`` : formatList(values)} as ${fieldName(pointer)}.`,
            expected: near ? `${formatList(values)} (perhaps \`${near}\`)` : formatList(values),
            // ASP.NET parses enum names in any case.
            certainty: values.includes(value.toUpperCase()) ? 'possible' : 'certain',
            citation: row.citation,
          } as const,
        ];
      });
  },
};

const rate = { currency: 'NZD', value: 80 };

export const examples: Examples = {
  fail: [
    { request: 'PATCH /Projects/{projectId}', requestBody: { status: 'DONE' } },
    { request: 'POST /Projects/{projectId}/Tasks', requestBody: { name: 'Tiling', rate, chargeType: 'HOURLY' } },
    { request: 'POST /Projects/{projectId}/Tasks', requestBody: { name: 'Tiling', rate, chargeType: 'NonChargeable' } },
  ],
  pass: [{ request: 'PATCH /Projects/{projectId}' }, { request: 'POST /Projects/{projectId}/Tasks' }],
};

export const mutations: Mutations = {
  requestField: ({ type, name, values: [first = ''] = [] }) =>
    type === 'enum' && name !== 'currency' ? ['', 'UNHEARD_OF', first.toLowerCase()] : [],
};
