// The same read again within seconds, although the first one worked.

import { limits } from '../../../catalogue/citation.ts';
import { rateLimit } from '../../../catalogue/rate-limits.ts';
import type { SessionCall } from '../../session/session-call.ts';
import { around } from './calls-in-window.ts';
import { seconds } from './retry-intervals.ts';
import type { Judgement } from './sequence-rule.ts';

const soonMs = 2_000;

export const judgement: Judgement = {
  id: 'duplicate-reads',
  title: 'Read again at once',
  severity: 'note',
  source: limits,
  run({ exchange, session }) {
    const call = session.get(exchange.id);
    if (call === undefined || exchange.request.method !== 'GET' || call.failed) return [];
    const alike = session.alike(call);
    const before = alike[alike.indexOf(call) - 1];
    if (before === undefined || before.failed || call.startedMs - before.startedMs > soonMs) return [];
    // A write in between is a reason to read again.
    if (around(session, call, soonMs).some((each) => isWrite(each) && each.startedMs >= before.startedMs)) return [];
    return [
      {
        saw: `The same read worked ${seconds(call.startedMs - before.startedMs)} before: one call of the ${rateLimit('minute').most} a minute for nothing`,
        right: 'Use the answer of the first, or wait for it.',
        rests: [before.id, call.id],
      },
    ];
  },
};

function isWrite({ request }: SessionCall): boolean {
  return !request.startsWith('GET ');
}
