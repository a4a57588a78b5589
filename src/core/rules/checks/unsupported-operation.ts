// The Projects API has no operation with this method and path.

import { specification } from '../../../catalogue/citation.ts';
import { operations } from '../../../catalogue/operations.ts';
import { type UnsupportedOperation, unsupportedOperations } from '../../../catalogue/unsupported-operations.ts';
import { isIdMissing } from '../../match/find-address-fault.ts';
import { allowedMethods } from '../../match/match-operation.ts';
import { quote } from '../../text/quote.ts';
import type { Check, CheckResult, Examples, Mutations } from '../check-support/check.ts';
import { didYouMean } from '../check-support/did-you-mean.ts';
import { formatList } from '../check-support/formats.ts';

export const check: Check = {
  id: 'unsupported-operation',
  title: 'No such operation',
  severity: 'error',
  order: 110,
  fix: `Use an operation of the Projects API. The Reference lists all ${operations.length}.`,
  canCause: [400, 404, 405],
  citation: specification,
  run({ exchange: { match, request }, operation }) {
    const { path } = match;
    if (operation !== undefined || path === undefined) return [];
    const method = request.method.toUpperCase();
    if (isIdMissing(method, path.split('/').slice(1))) return [withoutId(method, path)];
    const absent = unsupportedOperations.find((row) => coversRequest(row, method, path));
    const methodAndPath = quote(`${method} ${path}`);
    if (absent) {
      const { title, alternative, citation } = absent;
      return [
        {
          observed: `${methodAndPath}. ${title}`,
          sentence: `${title}.`,
          expected: `one of the API’s ${operations.length} operations`,
          fix: alternative,
          citation,
        },
      ];
    }
    return [general(methodAndPath, path)];
  },
};

function withoutId(method: string, path: string): CheckResult {
  return {
    location: { in: 'path', name: 'id' },
    observed: `${quote(`${method} ${path}`)}. An ID is missing from the URL`,
    sentence: `An ID is missing from the URL: ${quote(`${method} ${path}`)}.`,
    expected: 'an ID between the slashes, or after the last one',
    fix: 'Check the variable that the ID comes from.',
  };
}

function general(methodAndPath: string, path: string): CheckResult {
  const methods = allowedMethods(path);
  if (methods.length > 0) {
    return {
      observed: `${methodAndPath}. The Projects API doesn’t have this method at this path`,
      expected: methods.join(', '),
      sentence: `The Projects API doesn’t have this method at this path: ${methodAndPath}.`,
      fix: `Use ${formatList(methods)}.`,
    };
  }
  const [first = ''] = path.split('/').filter(Boolean);
  const near = didYouMean(first, [...new Set(operations.map((row) => row.path.split('/')[1] ?? ''))]);
  const wrong = near !== undefined && near.toLowerCase() !== first.toLowerCase();
  return {
    observed: `${methodAndPath}. The Projects API has no operation at this path`,
    sentence: `The Projects API has no operation at this path: ${methodAndPath}.${wrong ? ` Did you mean \`/${near}\`?` : ''}`,
    expected: wrong ? `perhaps \`/${near}\`` : '`/Projects`, `/ProjectsUsers`, and tasks and time under a project',
  };
}

/** Whether the row covers this method (upper case) and path (below the API root). */
export function coversRequest(
  { methods, path }: Pick<UnsupportedOperation, 'methods' | 'path'>,
  method: string,
  given: string,
): boolean {
  if (methods && !methods.includes(method)) return false;
  const expected = path.split('/');
  const parts = given.toLowerCase().split('/');
  const open = expected.at(-1) === '**';
  if (open) expected.pop();
  if (open ? parts.length < expected.length : parts.length !== expected.length) return false;
  return expected.every((each, i) => each === '*' || each === parts[i]);
}

const unsupportedRequests = unsupportedOperations.map(
  ({ methods = ['GET'], path }) => `${methods[0]} ${path.replace('/**', '').replaceAll('*', '{projectId}')}`,
);

export const examples: Examples = {
  fail: [
    ...unsupportedRequests.map((request) => ({ request })),
    { request: 'GET /Project' },
    { request: 'GET /' },
    { request: 'PUT /Projects//Tasks/{taskId}' },
  ],
  pass: [{}, { request: 'GET /projects/{projectId}/time/{timeEntryId}' }],
};

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'PROPFIND'];
const unknownPaths = ['', '/', '/Project', '/%', '/%E0%A4%A', '/Projects/{projectId}/Tasks/{taskId}/Time'];

export const mutations: Mutations = {
  request: ({ path }) =>
    [
      ...methods
        .filter((method) => !operations.some((each) => each.path === path && each.method === method))
        .map((method) => `${method} ${path}`),
      ...unsupportedRequests,
      ...unknownPaths.map((unknown) => `GET ${unknown}`),
    ].map((request) => ({ request })),
};
