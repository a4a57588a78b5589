// A body that isn't valid JSON.

import { specification } from '../../../catalogue/citation.ts';
import { quote } from '../../text/quote.ts';
import type { Check, Examples, Mutations } from '../check-support/check.ts';

export const check: Check = {
  id: 'body-not-json',
  title: 'Body is not JSON',
  severity: 'error',
  order: 190,
  fix: 'Send the body as JSON, for example by `JSON.stringify`.',
  canCause: [400, 500],
  citation: specification,
  run({ operation, requestBody }) {
    if (operation?.requestBody === undefined || requestBody.kind !== 'not-json') return [];
    return [
      { location: { in: 'request', pointer: '' }, observed: seen(requestBody.text), expected: 'one JSON object' },
    ];
  },
};

function seen(text: string): string {
  const start = text.trim();
  if (start.startsWith('[object ')) return `${quote(start, 30)}: an object that was made a text`;
  if (/^[\w.[\]%]+=/.test(start)) return 'fields of a form (`name=value`)';
  if (start.startsWith('<')) return 'XML or HTML';
  return /^[{[]/.test(start) ? 'JSON that breaks off or is malformed' : `a text that begins ${quote(start, 40)}`;
}

export const examples: Examples = {
  fail: [
    { call: 'POST /Projects', requestBody: '{"name":' },
    { call: 'POST /Projects', requestBody: '[object Object]' },
    { call: 'POST /Projects', requestBody: 'name=Attic' },
    { call: 'POST /Projects', requestBody: '<project/>' },
  ],
  pass: [{ call: 'POST /Projects' }],
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
