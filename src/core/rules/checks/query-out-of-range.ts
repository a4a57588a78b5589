// A page or page size outside its range.

import { specification } from '../../../catalogue/citation.ts';
import { quote } from '../../text/quote.ts';
import type { Check, Examples, Mutations } from '../check-support/check.ts';
import { formatRange, isInRange } from '../check-support/formats.ts';
import { readParameters } from '../check-support/query-parameters.ts';

export const check: Check = {
  id: 'query-out-of-range',
  title: 'Parameter out of range',
  severity: 'error',
  order: 150,
  fix: 'Send a number in the documented range.',
  canCause: [400, 404],
  citation: specification,
  run(context) {
    return readParameters(context).flatMap(({ name, row, values: [value = ''] }) => {
      if (row?.type !== 'integer' || !/^-?\d+$/.test(value.trim()) || isInRange(Number(value), row)) return [];
      return [
        {
          location: { in: 'query', name },
          observed: quote(value, 30),
          expected: formatRange(row),
          sentence: `${quote(name, 60)} is ${quote(value, 30)}, but must be ${formatRange(row)}.`,
          fix: `Send ${formatRange(row)} as ${quote(name, 60)}.`,
        } as const,
      ];
    });
  },
};

export const examples: Examples = {
  fail: [
    { request: 'GET /Projects?page=0' },
    { request: 'GET /Projects?pageSize=501' },
    { request: 'GET /Projects?pageSize=-1' },
  ],
  pass: [{ request: 'GET /Projects?page=1&pageSize=500' }],
};

export const mutations: Mutations = {
  parameter: ({ type, min, max }) =>
    type === 'integer'
      ? [...(min === undefined ? [] : [`${min - 1}`, '-1']), ...(max === undefined ? [] : [`${max + 1}`])]
      : [],
};
