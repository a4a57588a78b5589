// The token does not allow what the operation does.

import { specification } from '../../../catalogue/citation.ts';
import { quote } from '../../text/quote.ts';
import type { Check, Examples } from './check.ts';
import { choices } from './formats.ts';
import { xeroToken } from './token.ts';

export const check: Check = {
  id: 'token-scope',
  title: 'Scope missing from the token',
  severity: 'error',
  fix: 'Add the scope to the consent and have the user consent again; a refresh does not add it.',
  explains: [401],
  provenBy: 'scope-or-plan-missing',
  source: specification,
  run({ exchange, operation }) {
    const scopes = xeroToken(exchange)?.scopes;
    if (operation === undefined || scopes === undefined) return [];
    if (operation.scopes.some((each) => scopes.includes(each))) return [];
    return [
      {
        where: { in: 'header', name: 'Authorization' },
        saw: scopes.length === 0 ? 'a token without any scope' : `the scopes ${quote(scopes.join(' '), 160)}`,
        expected: `${choices(operation.scopes)}, for \`${operation.id}\``,
      },
    ];
  },
};

export const examples: Examples = {
  fires: [
    { token: { scopes: ['accounting.contacts'] }, status: 401 },
    { call: 'DELETE /Projects/{projectId}/Tasks/{taskId}', token: { scopes: ['projects.read'] } },
  ],
  silent: [{ token: { scopes: ['projects.read'] } }, { token: { scopes: undefined } }],
};
