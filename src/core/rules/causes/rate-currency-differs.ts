// The rate of a task is in another currency than its project, as an earlier response showed.

import { secondary } from '../../../catalogue/citation.ts';
import { clockTime } from '../../text/clock-time.ts';
import { isObject } from '../../text/is-object.ts';
import { quote } from '../../text/quote.ts';
import type { CauseRule, FailedRequest } from './cause.ts';

export const rule: CauseRule = {
  id: 'rate-currency-differs',
  statuses: [400],
  run(refusal) {
    const sent = sentCurrency(refusal);
    const seen = refusal.ids.projectId === undefined ? undefined : refusal.history.project(refusal.ids.projectId);
    const known = seen?.record.currency ?? '';
    if (seen === undefined || sent === undefined || known === '') return [];
    if (sent.toUpperCase() === known.toUpperCase()) return [];
    return [
      {
        observed: `\`rate.currency\` is ${quote(sent, 12)}, but the project’s \`currencyCode\` was ${quote(known, 12)} at ${clockTime(seen.exchange.startedMs)}`,
        fix: `Send the rate in ${quote(known, 12)}, the project’s currency.`,
        certainty: namesOtherFields(refusal) ? 'possible' : 'likely',
        relatedIds: [seen.exchange.id],
        citation: secondary(
          'Two independent reports that such a rate is rejected, one of them in CData’s documentation',
        ),
      },
    ];
  },
};

function sentCurrency({ context: { operation, requestBody } }: FailedRequest): string | undefined {
  if (operation?.id !== 'createTask' && operation?.id !== 'updateTask') return undefined;
  const rate = requestBody.kind === 'json' && isObject(requestBody.value) ? requestBody.value.rate : undefined;
  const currency = isObject(rate) ? rate.currency : undefined;
  return typeof currency === 'string' && currency !== '' ? currency : undefined;
}

function namesOtherFields({ diagnosis: { fieldErrors } }: FailedRequest): boolean {
  return fieldErrors.length > 0 && !fieldErrors.some(({ key }) => /rate|currency/i.test(key));
}
