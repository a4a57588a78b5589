// A value that is none of those documented.

import { specification } from '../../../catalogue/citation.ts';
import { quoteJson } from '../../text/quote.ts';
import type { Check, Examples } from './check.ts';
import { nearest } from './did-you-mean.ts';
import { choices } from './formats.ts';
import { sentFields } from './walk-fields.ts';

export const check: Check = {
  id: 'enum-unknown',
  title: 'Value not in the list',
  severity: 'error',
  fix: 'Send one of the documented values.',
  explains: [400, 500],
  source: specification,
  run(call) {
    return sentFields(call)
      .fields.filter(({ row }) => row.type === 'enum' && row.name !== 'currency')
      .flatMap(({ row, pointer, value }) => {
        const values = row.values ?? [];
        if (typeof value !== 'string' || values.includes(value)) return [];
        const near = nearest(value, values);
        return [
          {
            where: { in: 'request', pointer },
            saw: quoteJson(value, 60),
            expected: near ? `perhaps \`${near}\`; ${choices(values)}` : choices(values),
            // ASP.NET is known to read names of values in any case.
            sure: values.includes(value.toUpperCase()) ? 'possible' : 'certain',
            source: row.source,
          } as const,
        ];
      });
  },
};

const rate = { currency: 'NZD', value: 80 };

export const examples: Examples = {
  fires: [
    { call: 'PATCH /Projects/{projectId}', sent: { status: 'DONE' } },
    { call: 'POST /Projects/{projectId}/Tasks', sent: { name: 'Tiling', rate, chargeType: 'HOURLY' } },
    { call: 'POST /Projects/{projectId}/Tasks', sent: { name: 'Tiling', rate, chargeType: 'NonChargeable' } },
  ],
  silent: [{ call: 'PATCH /Projects/{projectId}' }, { call: 'POST /Projects/{projectId}/Tasks' }],
};
