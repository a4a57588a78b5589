// The project's id again where another id belongs, often a mistake in a format string.

import { inference } from '../../../catalogue/citation.ts';
import { isIdRepeated } from '../../match/find-address-fault.ts';
import { isObject } from '../../text/is-object.ts';
import { quote } from '../../text/quote.ts';
import type { Check, CheckResult, Examples, Mutations } from '../check-support/check.ts';

export const check: Check = {
  id: 'path-id-repeated',
  title: 'Project ID in wrong place',
  severity: 'error',
  order: 125,
  fix: 'Send the correct ID. A variable was probably copied or formatted twice.',
  canCause: [400, 404, 500],
  citation: inference,
  run({ exchange, operation, requestBody }) {
    const names = operation?.path.split('/') ?? [];
    const parts = (exchange.match.path ?? '').split('/');
    const projectId = names[2] === '{projectId}' ? parts[2] : undefined;
    if (projectId === undefined) return [];
    const inPath = names.flatMap((name, i): CheckResult[] => {
      if (i < 3 || !name.startsWith('{') || !isIdRepeated([projectId, parts[i] ?? ''])) return [];
      return [result({ in: 'path', name: name.slice(1, -1) }, name.slice(1, -1), projectId)];
    });
    const body = requestBody.kind === 'json' && isObject(requestBody.value) ? requestBody.value : {};
    const inBody = bodyIds.flatMap((name): CheckResult[] => {
      const value = body[name];
      if (typeof value !== 'string' || !isIdRepeated([projectId, value])) return [];
      return [result({ in: 'request', pointer: `/${name}` }, name, projectId)];
    });
    return [...inPath, ...inBody];
  },
};

const bodyIds = ['taskId', 'userId', 'contactId'];

function result(location: NonNullable<CheckResult['location']>, name: string, projectId: string): CheckResult {
  return {
    location,
    observed: `\`${name}\` is ${quote(projectId)}, the project’s ID`,
    sentence: `\`${name}\` is ${quote(projectId)}, the project’s ID.`,
    expected: `the ID that Xero returned as \`${name}\``,
  };
}

export const examples: Examples = {
  fail: [
    { request: 'PUT /Projects/{projectId}/Tasks/{projectId}', status: 404 },
    { request: 'DELETE /Projects/{projectId}/Time/{projectId}' },
    {
      request: 'POST /Projects/{projectId}/Time',
      requestBody: { userId: '{userId}', taskId: '{projectId}', dateUtc: '2026-11-20T00:00:00Z', duration: 45 },
    },
  ],
  pass: [{ request: 'PUT /Projects/{projectId}/Tasks/{taskId}' }, { request: 'GET /Projects/{projectId}' }],
};

export const mutations: Mutations = {
  request: ({ method, path }) =>
    /\{(?:taskId|timeEntryId)\}/.test(path)
      ? [{ request: `${method} ${path.replace(/\{(?:taskId|timeEntryId)\}/, '{projectId}')}` }]
      : [],
};
