import { expect, test } from 'vitest';
import { explainUrl } from './explain-url.ts';

const id = '254553fa-2be8-4b22-8b0a-0f3b6a1f5c11';
const mappings = ['not one', '/api/xero/', '', 'https://a.example:443/api'];

test.each([
  [
    'GET',
    ` https://app.example/api/xero/Projects/${id}/Tasks?page=1 `,
    { tier: 'mapped', mapping: { number: 2, line: '/api/xero/' }, operation: { id: 'getTasks' } },
  ],
  ['GET', '/api/xero/Projects', { host: '', tier: 'mapped', message: 'List projects' }],
  ['GET', 'https://a.example/api/Projects', { tier: 'mapped', mapping: { number: 4 } }],
  ['POST', 'https://app.example/projects.xro/2.0/Projects', { tier: 'path', mapping: undefined }],
  [
    'DELETE',
    'https://api.xero.com/projects.xro/2.0/Projects',
    { message: 'No operation uses DELETE here. The API supports GET, POST.' },
  ],
  [
    'GET',
    'https://api.xero.com/projects.xro/2.0/Invoices',
    { message: 'The Projects API has no operation with this path.' },
  ],
  [
    'GET',
    'https://api.xero.com/connections',
    { apiPath: undefined, message: 'A Xero URL, but outside the Projects API.' },
  ],
  ['GET', `https://b.example/x/Projects/${id}/Time`, { kind: 'unrecognised', prefix: 'https://b.example/x' }],
  ['GET', 'https://b.example/x', { kind: 'unrecognised', prefix: undefined }],
  ['GET', 'b.example/x', { kind: 'unreadable' }],
  ['GET', '', { kind: 'unreadable' }],
  ['GET', 'https://[', { kind: 'unreadable' }],
])('%s %s', (method, address, expected) => {
  expect(explainUrl(method, address, mappings)).toMatchObject(expected);
});
