// Two exchanges side by side: what differs in what was sent and in what came.

import type { Exchange } from '../model/exchange.ts';
import { type Comparison, partOf, rowOf } from './comparison.ts';
import { bodyPart } from './diff-body.ts';
import { headerRows } from './diff-headers.ts';
import { tokenRows } from './diff-token.ts';
import { addressRows, queryRows } from './diff-url.ts';

/** Pure and total: never throws, whatever the exchanges hold. */
export function compare(a: Exchange, b: Exchange): Comparison {
  return {
    parts: [
      partOf('address', addressRows(a, b)),
      partOf('query', queryRows(a, b)),
      partOf('request-headers', headerRows(a.request.headers, b.request.headers)),
      partOf('token', tokenRows(a, b)),
      bodyPart('request-body', a.request.body, b.request.body),
      partOf('answer', [rowOf('status', statusOf(a), statusOf(b))]),
      partOf('response-headers', headerRows(a.response.headers, b.response.headers)),
      bodyPart('response-body', a.response.body, b.response.body),
    ],
  };
}

function statusOf({ response, failure }: Exchange): string {
  const { status } = response;
  const said = failure && (failure.said || failures[failure.kind]);
  if (status === 0) return said ?? 'none';
  return said === undefined ? String(status) : `${status}, ${said}`;
}

const failures = { cors: 'refused by CORS', aborted: 'cancelled', network: 'no whole answer' } as const;
