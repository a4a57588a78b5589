// 401 again and again with one and the same token.

import { gatewayRecording } from '../../../catalogue/citation.ts';
import type { DiagnosisRow } from '../../../catalogue/diagnoses.ts';
import { quote } from '../../text/quote.ts';
import type { Judgement } from './sequence-rule.ts';

export const judgement: Judgement = {
  id: 'expired-token-reused',
  title: 'Refused with the same token again',
  severity: 'error',
  source: gatewayRecording,
  run({ attempts, exchangeOf, diagnosisOf }) {
    const refused = (attempts?.calls ?? []).filter(({ status }) => status === 401);
    const token = (id: number) => exchangeOf(id)?.request.token?.fingerprint ?? '';
    const first = refused.find(({ id }, i) => token(id) !== '' && token(id) === token(refused[i + 1]?.id ?? -1));
    if (first === undefined) return [];
    const same = refused.filter(({ id }) => token(id) === token(first.id));
    const row = diagnosisOf(first.id)?.row;
    return [
      {
        saw: `${same.length} times 401 with the token ${quote(token(first.id), 12)}`,
        ...(row === undefined || isOfTheToken(row)
          ? { right: 'Get another token before the next try; once is enough to know.' }
          : { right: row.retry.say, source: row.retry.source }),
        rests: same.map(({ id }) => id),
      },
    ];
  },
};

/** Another token helps only where this one is at fault, not what it may do. */
function isOfTheToken({ id }: DiagnosisRow): boolean {
  return id === 'token-expired' || id === 'token-invalid';
}
