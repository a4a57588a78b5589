// 401 again and again with one and the same token.

import { gatewayRecording } from '../../catalogue/source.ts';
import { quote } from '../quote.ts';
import type { Judgement } from './judgement.ts';

export const judgement: Judgement = {
  id: 'same-token-again',
  title: 'Refused with the same token again',
  severity: 'error',
  source: gatewayRecording,
  run({ attempts, exchangeOf }) {
    const refused = (attempts?.calls ?? []).filter(({ status }) => status === 401);
    const token = (id: number) => exchangeOf(id)?.request.token?.fingerprint ?? '';
    const again = refused.filter(
      ({ id }, i) => i > 0 && token(id) !== '' && token(id) === token(refused[i - 1]?.id ?? -1),
    );
    const [first] = again;
    if (first === undefined) return [];
    return [
      {
        saw: `${again.length + 1} times 401 with the token ${quote(token(first.id), 12)}`,
        right: 'Get another token before the next try; once is enough to know.',
        rests: refused.map(({ id }) => id),
      },
    ];
  },
};
