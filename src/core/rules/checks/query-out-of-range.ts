// A page or a page size that cannot be.

import { specification } from '../../../catalogue/citation.ts';
import { quote } from '../../text/quote.ts';
import type { Check, Examples } from './check.ts';
import { boundsOf, isWithin } from './formats.ts';
import { parametersOf } from './query-parameters.ts';

export const check: Check = {
  id: 'query-out-of-range',
  title: 'Parameter out of range',
  severity: 'error',
  fix: 'Ask for a page that can be.',
  explains: [400, 404],
  source: specification,
  run(call) {
    return parametersOf(call).flatMap(({ name, row, values: [value = ''] }) => {
      if (row?.type !== 'integer' || !/^-?\d+$/.test(value.trim()) || isWithin(Number(value), row)) return [];
      return [{ where: { in: 'query', name }, saw: quote(value, 30), expected: boundsOf(row) } as const];
    });
  },
};

export const examples: Examples = {
  fires: [
    { call: 'GET /Projects?page=0' },
    { call: 'GET /Projects?pageSize=501' },
    { call: 'GET /Projects?pageSize=-1' },
  ],
  silent: [{ call: 'GET /Projects?page=1&pageSize=500' }],
};
