// The list has more pages, and none of them was requested.

import { specification } from '../../../catalogue/citation.ts';
import { maxPageSize } from '../../../catalogue/constants.ts';
import { MINUTE_MS } from '../../text/time.ts';
import { callsInWindow } from './calls-in-window.ts';
import { readPageInfo, requestedPage } from './pagination.ts';
import type { SequenceRule } from './sequence-rule.ts';

const WINDOW_MS = MINUTE_MS;

export const rule: SequenceRule = {
  id: 'first-page-only',
  title: 'Only the first page was read',
  severity: 'note',
  citation: specification,
  run({ exchange, session, nowMs }) {
    const call = session.get(exchange.id);
    // The next page may still be requested.
    if (call === undefined || call.failed || nowMs < call.endMs + 5_000 || /[?&]page=/i.test(call.request)) return [];
    const { pageCount = 0, pageSize = 0 } = readPageInfo(exchange.response.body);
    if (pageCount <= 1) return [];
    const { path } = requestedPage(call);
    const others = callsInWindow(session, call, WINDOW_MS).some((each) => {
      const asked = requestedPage(each);
      return asked.path === path && (asked.page ?? 1) > 1;
    });
    if (others) return [];
    const larger = pageSize < maxPageSize ? `, or for larger ones by \`pageSize=${maxPageSize}\`` : '';
    return [
      {
        observed: `The list has ${pageCount} pages, and only the first was asked for`,
        fix: `Ask for the other pages by \`page=2\` and so on${larger}.`,
        relatedIds: [call.id],
      },
    ];
  },
};
