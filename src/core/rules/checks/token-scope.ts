// The token lacks the scope for the operation.

import { specification } from '../../../catalogue/citation.ts';
import { quote } from '../../text/quote.ts';
import type { Check, Examples, Mutations } from '../check-support/check.ts';
import { formatList } from '../check-support/formats.ts';
import { usableToken } from '../check-support/token.ts';

export const check: Check = {
  id: 'token-scope',
  title: 'Scope missing from token',
  severity: 'error',
  order: 70,
  fix: 'Add the scope to the sign-in request, and have the user consent again. A refresh doesn’t add it.',
  canCause: [401],
  confirmedBy: 'scope-or-plan-missing',
  citation: specification,
  run({ exchange, operation }) {
    const scopes = usableToken(exchange)?.scopes;
    if (operation === undefined || scopes === undefined) return [];
    if (operation.scopes.some((each) => scopes.includes(each))) return [];
    return [
      {
        location: { in: 'header', name: 'Authorization' },
        observed: scopes.length === 0 ? 'a token without any scopes' : `the scopes ${quote(scopes.join(' '), 160)}`,
        sentence: `${scopes.length === 0 ? 'The token has no scopes' : `The token has the scopes ${quote(scopes.join(' '), 160)}`}. \`${operation.id}\` needs ${formatList(operation.scopes)}.`,
        expected: `${formatList(operation.scopes)}, for \`${operation.id}\``,
      },
    ];
  },
};

export const examples: Examples = {
  fail: [
    { token: { scopes: ['accounting.contacts'] }, status: 401 },
    { request: 'DELETE /Projects/{projectId}/Tasks/{taskId}', token: { scopes: ['projects.read'] } },
  ],
  pass: [{ token: { scopes: ['projects.read'] } }, { token: { scopes: undefined } }],
};

export const mutations: Mutations = {
  request: ({ method }) =>
    [[], ['openid', 'accounting.contacts', 'PROJECTS'], ...(method === 'GET' ? [] : [['projects.read']])].map(
      (scopes) => ({ token: { scopes }, viaProxy: false }),
    ),
};
