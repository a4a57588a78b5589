// A long list was read in small pages.

import { specification } from '../../../catalogue/citation.ts';
import { maxPageSize } from '../../../catalogue/constants.ts';
import { exchangesInWindow } from './exchanges-in-window.ts';
import { readPageInfo, requestedPage } from './pagination.ts';
import type { SequenceRule } from './sequence-rule.ts';

const MIN_PAGES = 3;
const WINDOW_MS = 30_000;

export const rule: SequenceRule = {
  id: 'small-pages',
  title: 'Long list in small pages',
  severity: 'note',
  citation: specification,
  run({ exchange, session }) {
    const summary = session.get(exchange.id);
    const own = summary && requestedPage(summary);
    if (summary === undefined || summary.failed || own?.page === undefined) return [];
    // The actual default page size differs from the specification, so only the response is reliable.
    const size = readPageInfo(exchange.response.body).pageSize ?? own.size;
    if (size === undefined || size >= maxPageSize) return [];
    const pages = exchangesInWindow(session, summary, WINDOW_MS)
      .filter((each) => each.operation === summary.operation && !each.failed)
      .map((each) => ({ id: each.id, ...requestedPage(each) }))
      .filter((each) => each.page !== undefined && each.list === own.list && each.size === own.size);
    const count = new Set(pages.map(({ page }) => page)).size;
    const needed = Math.ceil((count * size) / maxPageSize);
    if (count < MIN_PAGES || needed >= count) return [];
    return [
      {
        observed: `${count} pages of ${size} items each, from one list`,
        fix: `Use \`pageSize=${maxPageSize}\`. ${needed === 1 ? 'One request is' : `${needed} requests are`} enough.`,
        relatedIds: pages.map(({ id }) => id).slice(0, 8),
      },
    ];
  },
};
