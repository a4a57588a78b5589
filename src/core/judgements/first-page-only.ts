// The list has more pages, and none of them was asked for.

import { specification } from '../../catalogue/source.ts';
import { readJson } from '../read-json.ts';
import { around } from './around.ts';
import type { Judgement } from './judgement.ts';

const windowMs = 60_000;
/** Longer answers are not read again for this. Characters. */
const longestRead = 1_048_576;

export const judgement: Judgement = {
  id: 'first-page-only',
  title: 'Only the first page was read',
  severity: 'note',
  source: specification,
  run({ exchange, session, nowMs }) {
    const call = session.get(exchange.id);
    // The next page may still be asked for.
    if (call === undefined || call.failed || /[?&]page=/i.test(call.request) || nowMs < call.endMs + 5_000) return [];
    const pages = pageCount(exchange.response.body);
    if (pages <= 1) return [];
    const [path = ''] = call.request.split('?');
    const others = around(session, call, windowMs).some(
      ({ request }) => request.startsWith(path) && /[?&]page=(?!1\b)\d/i.test(request),
    );
    if (others) return [];
    return [
      {
        saw: `The list has ${pages} pages, and only the first was asked for`,
        right: 'Ask for the other pages by `page=2` and so on, or for larger ones by `pageSize=500`.',
        rests: [call.id],
      },
    ];
  },
};

function pageCount(body: { readonly kind: string; readonly text?: string }): number {
  if (body.kind !== 'text' || body.text === undefined || body.text.length > longestRead) return 0;
  if (!body.text.includes('"pageCount"')) return 0;
  const json = readJson(body.text);
  const pagination =
    json.kind === 'json' ? (json.value as { pagination?: { pageCount?: unknown } } | null)?.pagination : undefined;
  return typeof pagination?.pageCount === 'number' ? pagination.pageCount : 0;
}
