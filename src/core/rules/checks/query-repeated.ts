// A repeated parameter: Xero expects a single one, with values joined by commas.

import { secondary } from '../../../catalogue/citation.ts';
import type { Check, Examples, Mutations } from '../check-support/check.ts';
import { readParameters } from '../check-support/query-parameters.ts';
import { validValue } from './query-value.ts';

export const check: Check = {
  id: 'query-repeated',
  title: 'Repeated parameter',
  severity: 'warning',
  order: 160,
  fix: 'Send the parameter once.',
  citation: secondary('xero-node pull request 303', 'https://github.com/XeroAPI/xero-node/pull/303'),
  run(context) {
    const times = new Map<string, number>();
    for (const { row } of readParameters(context)) if (row) times.set(row.name, (times.get(row.name) ?? 0) + 1);
    return readParameters(context)
      .filter(
        ({ row }, i, all) => row && all.findIndex((each) => each.row === row) === i && (times.get(row.name) ?? 0) > 1,
      )
      .map(({ name, row }) => ({
        location: { in: 'query', name },
        sentence: `The URL has \`${row?.name}\` ${times.get(row?.name ?? '')} times.`,
        observed: `\`${row?.name}\` ${times.get(row?.name ?? '')} times`,
        expected: row?.commaSeparated ? 'one parameter with comma-separated values' : 'one value',
        ...(row?.commaSeparated ? { fix: 'Send one parameter with comma-separated values.' } : {}),
      }));
  },
};

export const examples: Examples = {
  fail: [
    { request: 'GET /Projects?projectIds={projectId}&projectIds={contactId}' },
    { request: 'GET /Projects?page=1&page=2' },
  ],
  pass: [{ request: 'GET /Projects?projectIds={projectId},{contactId}' }],
};

export const mutations: Mutations = {
  request: ({ query }) =>
    query.map((row) => ({
      query: [
        [row.alsoSpelled ?? row.name, validValue(row)],
        [row.name, validValue(row)],
      ],
    })),
};
