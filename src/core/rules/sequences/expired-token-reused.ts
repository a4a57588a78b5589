// Repeated 401 with the same token.

import { gatewayRecording } from '../../../catalogue/citation.ts';
import { quote } from '../../text/quote.ts';
import type { SequenceRule } from './sequence-rule.ts';

export const rule: SequenceRule = {
  id: 'expired-token-reused',
  title: 'Same token rejected again',
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
        observed: `The token ${quote(token(first.id), 12)} got ${same.length} responses with status 401`,
        ...(row === undefined || row.atFault === 'token'
          ? { fix: 'Get a new token after the first 401, before you retry.' }
          : { fix: row.retry.advice, citation: row.retry.citation }),
        relatedIds: same.map(({ id }) => id),
      },
    ];
  },
};
