// The list has more pages, and none of them was requested.

import { specification } from '../../../catalogue/citation.ts';
import { maxPageSize } from '../../../catalogue/constants.ts';
import { MINUTE_MS } from '../../text/time.ts';
import { exchangesInWindow } from './exchanges-in-window.ts';
import { isKnownUntil } from './is-known-until.ts';
import { readPageInfo, requestedPage } from './pagination.ts';
import type { SequenceRule } from './sequence-rule.ts';

const WINDOW_MS = MINUTE_MS;
const NEXT_PAGE_MS = 5_000;

export const rule: SequenceRule = {
  id: 'first-page-only',
  title: 'Only first page read',
  severity: 'note',
  citation: specification,
  run(sequence) {
    const { exchange, session } = sequence;
    const summary = session.get(exchange.id);
    // The next page may still be requested.
    if (summary === undefined || summary.failed || /[?&]page=/i.test(summary.request)) return [];
    if (!isKnownUntil(sequence, summary, summary.endMs + NEXT_PAGE_MS)) return [];
    const { pageCount = 0, pageSize = 0 } = readPageInfo(exchange.response.body);
    if (pageCount <= 1) return [];
    const { path } = requestedPage(summary);
    const others = exchangesInWindow(session, summary, WINDOW_MS).some((each) => {
      const requested = requestedPage(each);
      return requested.path === path && (requested.page ?? 1) > 1;
    });
    if (others) return [];
    const larger = pageSize < maxPageSize ? `, or larger pages with \`pageSize=${maxPageSize}\`` : '';
    return [
      {
        observed: `The list has ${pageCount} pages, and only the first ${exchange.source === 'import' ? 'is in the file' : 'was requested'}`,
        fix: `Request the other pages with \`page=2\` and so on${larger}.`,
        relatedIds: [summary.id],
      },
    ];
  },
};
