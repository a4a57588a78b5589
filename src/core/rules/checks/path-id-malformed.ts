// A malformed id in the path, often an empty variable when the URL was built.

import { recorded, specification } from '../../../catalogue/citation.ts';
import { effectiveStatus } from '../../diagnose/outcome.ts';
import { isIdMissing, originOfNonId } from '../../match/find-address-fault.ts';
import { percentDecode } from '../../text/percent-decode.ts';
import { quote } from '../../text/quote.ts';
import { isSpecExampleUuid, isUuid } from '../../text/uuid.ts';
import type { Check, Examples, Mutations } from '../check-support/check.ts';
import { docsExampleResult } from '../check-support/docs-example-id.ts';

export const check: Check = {
  id: 'path-id-malformed',
  title: 'Malformed ID in path',
  severity: 'error',
  order: 120,
  fix: 'Put the ID into the URL exactly as Xero returned it.',
  canCause: [400, 404, 500],
  citation: specification,
  run({ exchange, operation }) {
    const given = (exchange.match.path ?? '').split('/');
    return (operation?.path.split('/') ?? []).flatMap((part, i) => {
      const value = percentDecode(given[i] ?? '');
      const origin = originOfNonId(value);
      if (!part.startsWith('{') || (isUuid(value) && origin === undefined)) return [];
      return [
        {
          location: { in: 'path', name: part.slice(1, -1) },
          observed: isIdMissing(exchange.request.method, given.slice(1))
            ? `no ID before ${quote(value, 60)}`
            : `${quote(value, 60)}${origin === undefined ? '' : `: ${origin}`}`,
          expected: 'a UUID',
          sentence: isIdMissing(exchange.request.method, given.slice(1))
            ? `The path has no ID before ${quote(value, 60)}.`
            : `The path has ${quote(value, 60)} as \`${part.slice(1, -1)}\`${origin === undefined ? ', which isn’t a UUID' : `: ${origin}`}.`,
          // Xero responded with 500 to a malformed id.
          ...(effectiveStatus(exchange) === 500 ? { citation: wrongIds } : {}),
          ...(isSpecExampleUuid(value) ? docsExampleResult : {}),
        } as const,
      ];
    });
  },
};

const wrongIds = recorded('xero-node issues 285 and 510', 'https://github.com/XeroAPI/xero-node/issues/510');

export const examples: Examples = {
  fail: [
    { request: 'GET /Projects/undefined' },
    { request: 'GET /Projects/{projectId}/Tasks/42', status: 500 },
    { request: 'GET /Projects/%7BprojectId%7D' },
    { request: 'GET /Projects//Tasks' },
    { request: 'GET /Projects/00000000-0000-0000-0000-000000000000' },
    { request: 'GET /Projects/00000000-0000-0000-000-000000000000' },
  ],
  pass: [{ request: 'GET /Projects/{projectId}' }, {}],
};

function malformedIds(): string[] {
  const uuid = '254553fa-2be8-4991-bd5e-70a97ea12ef8';
  return ['undefined', 'null', '42', '%7BprojectId%7D', '%', uuid.slice(1), `${uuid}0`, 'a'.repeat(5_000)];
}

export const mutations: Mutations = {
  request: ({ method, path }) =>
    Array.from(path.matchAll(/\{\w+\}/g), ([placeholder]) =>
      malformedIds().map((id) => ({ request: `${method} ${path.replace(placeholder, () => id)}` })),
    ).flat(),
};
