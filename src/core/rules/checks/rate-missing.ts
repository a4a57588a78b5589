// A non-chargeable task needs a rate too.

import { secondary } from '../../../catalogue/citation.ts';
import { isUncharged } from '../check-support/charge-type.ts';
import type { Check, Examples, Mutations } from '../check-support/check.ts';
import { requestFields } from '../check-support/walk-fields.ts';

export const check: Check = {
  id: 'rate-missing',
  title: 'Non-chargeable task without rate',
  severity: 'error',
  order: 220,
  fix: 'Send a rate with value 0 in the project’s currency.',
  canCause: [400],
  citation: secondary('CData documentation of the Projects API. The specification requires a rate for every task'),
  run(context) {
    if (!isUncharged(context)) return [];
    const rate = requestFields(context).fields.find(({ row }) => row.name === 'rate');
    if (rate === undefined || (rate.value !== undefined && rate.value !== null)) return [];
    return [
      {
        location: { in: 'request', pointer: rate.pointer },
        observed: '`NON_CHARGEABLE` without a rate',
        expected: 'a rate with value 0',
        sentence: '`rate` is missing. `NON_CHARGEABLE` tasks need one too.',
        certainty: 'likely',
      },
    ];
  },
};

export const examples: Examples = {
  fail: [
    { request: 'POST /Projects/{projectId}/Tasks', requestBody: { name: 'Site visit', chargeType: 'NON_CHARGEABLE' } },
  ],
  pass: [
    {
      request: 'POST /Projects/{projectId}/Tasks',
      requestBody: { name: 'Site visit', chargeType: 'NON_CHARGEABLE', rate: { currency: 'NZD', value: 0 } },
    },
    { request: 'POST /Projects/{projectId}/Tasks' },
  ],
};

export const mutations: Mutations = {
  request: ({ requestBody }) =>
    requestBody === 'TaskCreateOrUpdate'
      ? [undefined, null].map((rate) => ({ requestFields: { '/chargeType': 'NON_CHARGEABLE', '/rate': rate } }))
      : [],
};
