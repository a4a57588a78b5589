// A long list in small pages.

import { specification } from '../../../catalogue/citation.ts';
import { largestPage } from '../../../catalogue/constants.ts';
import { around } from './calls-in-window.ts';
import { askedPage, toldPages } from './pagination.ts';
import type { Judgement } from './sequence-rule.ts';

const fewest = 3;
const windowMs = 30_000;

export const judgement: Judgement = {
  id: 'small-pages',
  title: 'Long list in small pages',
  severity: 'note',
  source: specification,
  run({ exchange, session }) {
    const call = session.get(exchange.id);
    const own = call && askedPage(call);
    if (call === undefined || call.failed || own?.page === undefined) return [];
    // What is given where no size is asked for differs from what the specification says: only the answer tells.
    const size = toldPages(exchange.response.body).pageSize ?? own.size;
    if (size === undefined || size >= largestPage) return [];
    const pages = around(session, call, windowMs)
      .filter((each) => each.operation === call.operation && !each.failed)
      .map((each) => ({ id: each.id, ...askedPage(each) }))
      .filter((each) => each.page !== undefined && each.list === own.list && each.size === own.size);
    const count = new Set(pages.map(({ page }) => page)).size;
    const needed = Math.ceil((count * size) / largestPage);
    if (count < fewest || needed >= count) return [];
    return [
      {
        saw: `${count} pages of ${size} items each, of one list`,
        right: `Ask with \`pageSize=${largestPage}\`: ${needed === 1 ? 'one call does' : `${needed} calls do`}.`,
        rests: pages.map(({ id }) => id).slice(0, 8),
      },
    ];
  },
};
