// Two exchanges side by side: what differs in what was sent and in what came.

import type { Exchange } from '../model/exchange.ts';
import { type Comparison, partOf, rowOf } from './comparison.ts';
import { diffBody } from './diff-body.ts';
import { diffHeaders } from './diff-headers.ts';
import { diffToken } from './diff-token.ts';
import { diffQuery, diffUrl } from './diff-url.ts';

/** Pure and total: never throws, whatever the exchanges hold. */
export function compare(a: Exchange, b: Exchange): Comparison {
  return {
    parts: [
      partOf('address', diffUrl(a, b)),
      partOf('query', diffQuery(a, b)),
      partOf('request-headers', diffHeaders(a.request.headers, b.request.headers)),
      partOf('token', diffToken(a, b)),
      diffBody('request-body', a.request.body, b.request.body),
      partOf('answer', [rowOf('status', statusOf(a), statusOf(b))]),
      partOf('response-headers', diffHeaders(a.response.headers, b.response.headers)),
      diffBody('response-body', a.response.body, b.response.body),
    ],
  };
}

function statusOf({ response, failure }: Exchange): string {
  const { status } = response;
  const said = failure && (failure.message || failures[failure.kind]);
  if (status === 0) return said ?? 'none';
  return said === undefined ? String(status) : `${status}, ${said}`;
}

const failures = { cors: 'refused by CORS', aborted: 'cancelled', network: 'no whole answer' } as const;
