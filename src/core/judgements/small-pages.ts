// A long list in small pages.

import { specification } from '../../catalogue/source.ts';
import { around } from './around.ts';
import type { Judgement } from './judgement.ts';

const fewest = 3;
const windowMs = 30_000;
const largestPage = 500;
const usualPage = 50;

export const judgement: Judgement = {
  id: 'small-pages',
  title: 'Long list in small pages',
  severity: 'note',
  source: specification,
  run({ exchange, session }) {
    const call = session.get(exchange.id);
    const own = call && pageOf(call.request);
    if (call === undefined || call.failed || own === undefined || own.size >= largestPage) return [];
    const pages = around(session, call, windowMs).filter((each) => {
      const other = each.operation === call.operation && !each.failed ? pageOf(each.request) : undefined;
      return other !== undefined && other.list === own.list && other.size === own.size;
    });
    const count = new Set(pages.map(({ request }) => pageOf(request)?.page)).size;
    const needed = Math.ceil((count * own.size) / largestPage);
    if (count < fewest || needed >= count) return [];
    return [
      {
        saw: `${count} pages of ${own.size} items each, of one list`,
        right: `Ask with \`pageSize=${largestPage}\`: ${needed === 1 ? 'one call does' : `${needed} calls do`}.`,
        rests: pages.map(({ id }) => id).slice(0, 8),
      },
    ];
  },
};

/** Which page of which list a read asks for; `undefined` where it asks for none. */
function pageOf(request: string): { page: number; size: number; list: string } | undefined {
  const [, address = ''] = request.split(' ');
  const [path, query = ''] = address.split('?');
  const parameters = new Map([...new URLSearchParams(query)].map(([name, value]) => [name.toLowerCase(), value]));
  const page = Number(parameters.get('page') ?? Number.NaN);
  if (!Number.isInteger(page) || page < 1) return undefined;
  const size = Number(parameters.get('pagesize') ?? usualPage);
  parameters.delete('page');
  parameters.delete('pagesize');
  return {
    page,
    size: Number.isInteger(size) && size > 0 ? size : usualPage,
    list: `${path}?${new URLSearchParams([...parameters])}`,
  };
}
