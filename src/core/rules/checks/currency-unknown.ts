// A currency code that the specification doesn't list.

import { specification } from '../../../catalogue/citation.ts';
import { quoteJson } from '../../text/quote.ts';
import type { Check, Examples, Mutations } from '../check-support/check.ts';
import { fieldName } from '../check-support/field-name.ts';
import { requestFields } from '../check-support/walk-fields.ts';

export const check: Check = {
  id: 'currency-unknown',
  title: 'Unknown currency',
  severity: 'error',
  order: 280,
  fix: 'Send the project’s currency as a three-letter ISO 4217 code in capitals.',
  canCause: [400],
  citation: specification,
  run(context) {
    return requestFields(context)
      .fields.filter(({ row }) => row.name === 'currency')
      .flatMap(({ row, pointer, value }) => {
        if (typeof value !== 'string' || row.values?.includes(value)) return [];
        const inCapitals = row.values?.includes(value.toUpperCase());
        return [
          {
            location: { in: 'request', pointer },
            observed: quoteJson(value, 20),
            sentence: `${fieldName(pointer)} is ${quoteJson(value, 20)}, which isn’t an ISO 4217 code${inCapitals ? ' in capitals' : ''}.`,
            ...(inCapitals ? { fix: `Send \`${value.toUpperCase()}\` as ${fieldName(pointer)}.` } : {}),
            expected: inCapitals ? `\`${value.toUpperCase()}\`` : 'an ISO 4217 code, such as `NZD`',
            // The specification's list has lagged behind ISO 4217 before.
            certainty: /^[A-Z]{3}$/.test(value) ? 'likely' : inCapitals ? 'possible' : 'certain',
          } as const,
        ];
      });
  },
};

const task = (currency: string) => ({
  request: 'POST /Projects/{projectId}/Tasks',
  requestBody: { name: 'Tiling', chargeType: 'TIME', rate: { currency, value: 80 } },
});

export const examples: Examples = {
  fail: [task('$'), task('nzd'), task('ZZZ')],
  pass: [task('NZD'), task('EUR')],
};

export const mutations: Mutations = {
  requestField: ({ name }) => (name === 'currency' ? ['', 'UNHEARD_OF', 'aed'] : []),
};
