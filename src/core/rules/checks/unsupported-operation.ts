// No operation of the Projects API has this method and path.

import { specification } from '../../../catalogue/citation.ts';
import { operations } from '../../../catalogue/operations.ts';
import { type AbsentOperation, absentOperations } from '../../../catalogue/unsupported-operations.ts';
import { methodsAt } from '../../match/match-operation.ts';
import { quote } from '../../text/quote.ts';
import type { Check, Examples, Sighting } from './check.ts';
import { nearest } from './did-you-mean.ts';

export const check: Check = {
  id: 'unsupported-operation',
  title: 'No such operation',
  severity: 'error',
  fix: `Use an operation of the Projects API; the Reference lists all ${operations.length}.`,
  explains: [400, 404, 405],
  source: specification,
  run({ exchange: { recognition, request }, operation }) {
    const { path } = recognition;
    if (operation !== undefined || path === undefined) return [];
    const method = request.method.toUpperCase();
    const absent = absentOperations.find((row) => fits(row, method, path));
    const call = quote(`${method} ${path}`);
    const where = { in: 'call' } as const;
    if (absent) {
      const { missing, instead, source } = absent;
      return [
        {
          where,
          saw: `${call}. ${missing}`,
          expected: `one of the API’s ${operations.length} operations`,
          fix: instead,
          source,
        },
      ];
    }
    return [{ where, ...general(call, path) }];
  },
};

function general(call: string, path: string): Pick<Sighting, 'saw' | 'expected'> {
  const methods = methodsAt(path);
  if (methods.length > 0) {
    return { saw: `${call}. The Projects API has no such method at this path`, expected: methods.join(', ') };
  }
  const [first = ''] = path.split('/').filter(Boolean);
  const near = nearest(first, [...new Set(operations.map((row) => row.path.split('/')[1] ?? ''))]);
  const wrong = near !== undefined && near.toLowerCase() !== first.toLowerCase();
  return {
    saw: `${call}. The Projects API has no operation at this path`,
    expected: wrong ? `perhaps \`/${near}\`` : '`/Projects`, `/ProjectsUsers`, and tasks and time below a project',
  };
}

function fits({ methods, path }: AbsentOperation, method: string, given: string): boolean {
  if (methods && !methods.includes(method)) return false;
  const expected = path.split('/');
  const parts = given.toLowerCase().split('/');
  const open = expected.at(-1) === '**';
  if (open) expected.pop();
  if (open ? parts.length < expected.length : parts.length !== expected.length) return false;
  return expected.every((each, i) => each === '*' || each === parts[i]);
}

export const examples: Examples = {
  fires: [
    { call: 'DELETE /Projects/{projectId}' },
    { call: 'GET /Projects/{projectId}/Expenses' },
    { call: 'GET /Time' },
    { call: 'POST /ProjectsUsers' },
    { call: 'GET /Project' },
    { call: 'GET /' },
  ],
  silent: [{}, { call: 'GET /projects/{projectId}/time/{timeEntryId}' }],
};
