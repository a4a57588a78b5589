// Repeated 401 with the same token.

import { gatewayRecording } from '../../../catalogue/citation.ts';
import { quote } from '../../text/quote.ts';
import type { SequenceRule } from './sequence-rule.ts';

export const rule: SequenceRule = {
  id: 'expired-token-reused',
  title: 'Refused with the same token again',
  severity: 'error',
  citation: gatewayRecording,
  run({ attempts, exchangeOf, diagnosisOf }) {
    const refused = (attempts?.exchanges ?? []).filter(({ status }) => status === 401);
    const token = (id: number) => exchangeOf(id)?.request.token?.fingerprint ?? '';
    const first = refused.find(({ id }, i) => token(id) !== '' && token(id) === token(refused[i + 1]?.id ?? -1));
    if (first === undefined) return [];
    const same = refused.filter(({ id }) => token(id) === token(first.id));
    const row = diagnosisOf(first.id)?.row;
    return [
      {
        observed: `${same.length} times 401 with the token ${quote(token(first.id), 12)}`,
        ...(row === undefined || row.atFault === 'token'
          ? { fix: 'Get another token before the next try; once is enough to know.' }
          : { fix: row.retry.advice, citation: row.retry.citation }),
        relatedIds: same.map(({ id }) => id),
      },
    ];
  },
};
