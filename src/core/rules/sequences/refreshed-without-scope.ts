// A refreshed token after a refused scope: it has the same scopes, so the next request is refused, too.

import { responseCodes } from '../../../catalogue/citation.ts';
import type { Diagnosis } from '../../diagnose/diagnose.ts';
import { type Exchange, getHeader, type Token } from '../../model/exchange.ts';
import type { SequenceRule } from './sequence-rule.ts';

export const rule: SequenceRule = {
  id: 'refreshed-without-scope',
  title: 'Refresh doesn’t add scopes',
  severity: 'error',
  citation: { ...responseCodes, basis: 'inferred' },
  run({ attempts, exchangeOf, diagnosisOf }) {
    const refused = (attempts?.exchanges ?? []).flatMap(({ id }) => {
      const [exchange, diagnosis] = [exchangeOf(id), diagnosisOf(id)];
      const token = exchange?.request.token;
      return exchange && diagnosis && token && isScopeRefused(exchange, diagnosis) ? [{ id, token }] : [];
    });
    const sameScopes = refused.filter(({ token }) => hasSameScopes(token, refused[0]?.token));
    const tokens = new Set(sameScopes.map(({ token }) => token.fingerprint).filter((each) => each !== ''));
    if (tokens.size < 2) return [];
    const scopes = sameScopes[0]?.token.scopes;
    return [
      {
        observed: `Rejected ${sameScopes.length} times because of the scope, with ${tokens.size} tokens${scopes ? ' that have the same scopes' : ''}`,
        fix: 'Stop refreshing. Add the missing scope to the sign-in request, and have the user consent again.',
        certainty: 'likely',
        relatedIds: sameScopes.map(({ id }) => id).slice(0, 8),
      },
    ];
  },
};

/** Xero misspells the error in some challenges. */
const scopeChallenge = /insuffici?ent_scope/i;

function isScopeRefused({ response }: Exchange, { row, evidence }: Diagnosis): boolean {
  if (evidence.status !== 401 && evidence.status !== 403) return false;
  return row.atFault === 'scope-or-plan' || scopeChallenge.test(getHeader(response.headers, 'www-authenticate') ?? '');
}

/** Also true if both are unknown. */
function hasSameScopes(a: Token, b: Token | undefined): boolean {
  const [mine, other] = [a.scopes, b?.scopes].map((scopes) => scopes && [...scopes].sort().join(' '));
  return mine === other;
}
