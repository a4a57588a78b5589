// The list has more pages, and none of them was asked for.

import { specification } from '../../../catalogue/citation.ts';
import { largestPage } from '../../../catalogue/constants.ts';
import { around } from './calls-in-window.ts';
import { askedPage, toldPages } from './pagination.ts';
import type { Judgement } from './sequence-rule.ts';

const windowMs = 60_000;

export const judgement: Judgement = {
  id: 'first-page-only',
  title: 'Only the first page was read',
  severity: 'note',
  source: specification,
  run({ exchange, session, nowMs }) {
    const call = session.get(exchange.id);
    // The next page may still be asked for.
    if (call === undefined || call.failed || nowMs < call.endMs + 5_000 || /[?&]page=/i.test(call.request)) return [];
    const { pageCount = 0, pageSize = 0 } = toldPages(exchange.response.body);
    if (pageCount <= 1) return [];
    const { path } = askedPage(call);
    const others = around(session, call, windowMs).some((each) => {
      const asked = askedPage(each);
      return asked.path === path && (asked.page ?? 1) > 1;
    });
    if (others) return [];
    const larger = pageSize < largestPage ? `, or for larger ones by \`pageSize=${largestPage}\`` : '';
    return [
      {
        saw: `The list has ${pageCount} pages, and only the first was asked for`,
        right: `Ask for the other pages by \`page=2\` and so on${larger}.`,
        rests: [call.id],
      },
    ];
  },
};
