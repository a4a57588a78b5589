// Two exchanges side by side: what differs in what was sent and in what came.

import type { Exchange } from '../model/exchange.ts';
import { type Comparison, createRow, createSection } from './comparison.ts';
import { diffBody } from './diff-body.ts';
import { diffHeaders } from './diff-headers.ts';
import { diffToken } from './diff-token.ts';
import { diffQuery, diffUrl } from './diff-url.ts';

/** Pure and total: never throws, whatever the exchanges hold. */
export function compare(a: Exchange, b: Exchange): Comparison {
  return {
    sections: [
      createSection('address', diffUrl(a, b)),
      createSection('query', diffQuery(a, b)),
      createSection('request-headers', diffHeaders(a.request.headers, b.request.headers)),
      createSection('token', diffToken(a, b)),
      diffBody('request-body', a.request.body, b.request.body),
      createSection('answer', [createRow('status', formatStatus(a), formatStatus(b))]),
      createSection('response-headers', diffHeaders(a.response.headers, b.response.headers)),
      diffBody('response-body', a.response.body, b.response.body),
    ],
  };
}

function formatStatus({ response, failure }: Exchange): string {
  const { status } = response;
  const said = failure && (failure.message || failures[failure.kind]);
  if (status === 0) return said ?? 'none';
  return said === undefined ? String(status) : `${status}, ${said}`;
}

const failures = { cors: 'refused by CORS', aborted: 'cancelled', network: 'no whole answer' } as const;
