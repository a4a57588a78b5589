// Tasks that are not charged need a rate all the same.

import { secondary } from '../../../catalogue/citation.ts';
import { isUncharged } from './charge-type.ts';
import type { Check, Examples } from './check.ts';
import { sentFields } from './walk-fields.ts';

export const check: Check = {
  id: 'rate-missing',
  title: 'No rate on a task that is not charged',
  severity: 'error',
  fix: 'Send a rate of value 0 in the project’s currency.',
  explains: [400],
  source: secondary('CData documentation of the Projects API; the specification requires a rate for every task'),
  run(call) {
    if (!isUncharged(call)) return [];
    const rate = sentFields(call).fields.find(({ row }) => row.name === 'rate');
    if (rate === undefined || (rate.value !== undefined && rate.value !== null)) return [];
    return [
      {
        where: { in: 'request', pointer: rate.pointer },
        saw: 'NON_CHARGEABLE without a rate',
        expected: 'a rate even so, of value 0',
        sure: 'likely',
      },
    ];
  },
};

export const examples: Examples = {
  fires: [{ call: 'POST /Projects/{projectId}/Tasks', sent: { name: 'Site visit', chargeType: 'NON_CHARGEABLE' } }],
  silent: [
    {
      call: 'POST /Projects/{projectId}/Tasks',
      sent: { name: 'Site visit', chargeType: 'NON_CHARGEABLE', rate: { currency: 'NZD', value: 0 } },
    },
    { call: 'POST /Projects/{projectId}/Tasks' },
  ],
};
