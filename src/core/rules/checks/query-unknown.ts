// An undocumented query parameter: Xero ignores it, and the unfiltered list looks right.

import { secondary, specification } from '../../../catalogue/citation.ts';
import { quote } from '../../text/quote.ts';
import type { Check, CheckContext, Examples, Mutations } from '../check-support/check.ts';
import { didYouMean } from '../check-support/did-you-mean.ts';
import { isTokenParameter, readParameters } from '../check-support/query-parameters.ts';

export const check: Check = {
  id: 'query-unknown',
  title: 'Unknown parameter',
  severity: 'note',
  order: 130,
  fix: 'Remove the parameter, or use its documented name.',
  citation: specification,
  run(context) {
    // Another check reports a token.
    return readParameters(context)
      .filter(({ name }) => !isTokenParameter(name))
      .filter(({ name, row }, i, all) => row === undefined && all.findIndex((each) => each.name === name) === i)
      .map(({ name, values: [value = ''] }) => {
        const meant = meantBy(name, context);
        return {
          location: { in: 'query', name },
          observed: `a parameter ${quote(name, 60)} that isn’t documented for \`${context.operation?.id}\``,
          sentence: `${quote(name, 60)} isn’t a documented parameter of \`${context.operation?.id}\`.${meant ? ` Did you mean \`${meant}\`?` : ''}`,
          fix: meant ? `Use \`${meant}\`, or remove ${quote(name, 60)}.` : `Remove ${quote(name, 60)}.`,
          expected: meant ? `perhaps \`${meant}\`` : expected(context),
          ...(meant ? { severity: 'warning', certainty: 'likely' } : {}),
          ...(meant === 'states' && name.toLowerCase() === 'status' ? ineffective(name, value) : {}),
        } as const;
      });
  },
};

function ineffective(name: string, value: string) {
  return {
    sentence: `Developers report that ${quote(name, 60)} doesn’t filter. The documented parameter is \`states\`.`,
    fix: `Send ${quote(`states=${value}`, 60)}.`,
    expected: 'perhaps `states` (developers report that `status` doesn’t filter)',
    citation: secondary('Questions about project lists that `status=` doesn’t filter'),
  } as const;
}

function meantBy(name: string, { operation }: CheckContext): string | undefined {
  const rows = operation?.query ?? [];
  const mistaken = rows.find((row) => row.mistakenFor?.some((each) => each.toLowerCase() === name.toLowerCase()));
  return (
    mistaken?.name ??
    didYouMean(
      name,
      rows.map((row) => row.name),
    )
  );
}

function expected({ operation }: CheckContext): string {
  const names = operation?.query.map((row) => `\`${row.name}\``) ?? [];
  return names.length === 0 ? 'no parameters' : `one of ${names.join(', ')}`;
}

export const examples: Examples = {
  fail: [
    { request: 'GET /Projects?status=CLOSED' },
    { request: 'GET /Projects?_=1' },
    { request: 'GET /Projects/{projectId}?page=1' },
  ],
  pass: [{ request: 'GET /Projects?states=CLOSED&contactId={contactId}&PAGE=1' }],
};

export const mutations: Mutations = {
  request: ({ query }) =>
    ['undocumented', '_', '', '__proto__', ...query.flatMap(({ mistakenFor = [] }) => mistakenFor)].map((name) => ({
      query: [[name, '1']],
    })),
};
