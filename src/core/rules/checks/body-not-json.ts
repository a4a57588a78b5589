// A body that isn't valid JSON.

import { specification } from '../../../catalogue/citation.ts';
import { quote } from '../../text/quote.ts';
import type { Check, Examples, Mutations } from '../check-support/check.ts';

export const check: Check = {
  id: 'body-not-json',
  title: 'Body isn’t valid JSON',
  severity: 'error',
  order: 190,
  fix: 'Send the body as JSON, for example with `JSON.stringify`.',
  canCause: [400, 500],
  citation: specification,
  run({ operation, requestBody }) {
    if (operation?.requestBody === undefined || requestBody.kind !== 'not-json') return [];
    const observed = seen(requestBody.text);
    return [
      {
        location: { in: 'request', pointer: '' },
        observed,
        expected: 'a JSON object',
        sentence: `The body isn’t valid JSON. It’s ${observed}.`,
      },
    ];
  },
};

function seen(text: string): string {
  const start = text.trim();
  if (start.startsWith('[object ')) return `${quote(start, 30)}: an object converted to a string`;
  if (/^[\w.[\]%]+=/.test(start)) return 'form fields (`name=value`)';
  if (start.startsWith('<')) return 'XML or HTML';
  return /^[{[]/.test(start) ? 'truncated or malformed JSON' : `text that starts with ${quote(start, 40)}`;
}

export const examples: Examples = {
  fail: [
    { request: 'POST /Projects', requestBody: '{"name":' },
    { request: 'POST /Projects', requestBody: '[object Object]' },
    { request: 'POST /Projects', requestBody: 'name=Attic' },
    { request: 'POST /Projects', requestBody: '<project/>' },
  ],
  pass: [{ request: 'POST /Projects' }],
};

const malformed = [
  '{"name":',
  '[object Object]',
  'name=Attic',
  '<project/>',
  '{"a":1}{"b":2}',
  "{'a':1}",
  '{"a":1,}',
  '\0',
];

export const mutations: Mutations = {
  request: ({ requestBody }) => (requestBody === undefined ? [] : malformed.map((body) => ({ requestBody: body }))),
};
