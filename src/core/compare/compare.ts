// Compares two exchanges: the differences of their requests and responses.

import type { Exchange } from '../model/exchange.ts';
import { type Comparison, createRow, createSection } from './comparison.ts';
import { diffBody } from './diff-body.ts';
import { diffHeaders } from './diff-headers.ts';
import { diffToken } from './diff-token.ts';
import { diffQuery, diffUrl } from './diff-url.ts';

/** Never throws, whatever the exchanges contain. */
export function compare(a: Exchange, b: Exchange): Comparison {
  return {
    sections: [
      createSection('address', diffUrl(a, b)),
      createSection('query', diffQuery(a, b)),
      createSection('request-headers', diffHeaders(a.request.headers, b.request.headers)),
      createSection('token', diffToken(a, b)),
      diffBody('request-body', a.request.body, b.request.body),
      createSection('status', [createRow('status', formatStatus(a), formatStatus(b))]),
      createSection('response-headers', diffHeaders(a.response.headers, b.response.headers)),
      diffBody('response-body', a.response.body, b.response.body),
    ],
  };
}

function formatStatus({ response, failure }: Exchange): string {
  const { status } = response;
  const reason = failure && (failure.message || failures[failure.kind]);
  if (status === 0) return reason ?? 'none';
  return reason === undefined ? String(status) : `${status}, ${reason}`;
}

const failures = { cors: 'blocked by CORS', aborted: 'cancelled', network: 'no complete response' } as const;
