// URLs that are nearly right, and operations that the API lacks.

import type { Case, Verdict } from '../verdict.ts';

const tenant = '00000000-0000-4000-8000-000000000006';
const project = '00000000-0000-4000-8000-000000000001';
const api = 'https://api.xero.com/projects.xro/2.0';

const base = {
  method: 'GET',
  requestHeaders: { authorization: 'Bearer x.y.z', 'xero-tenant-id': tenant },
  requestBody: null,
  status: 404,
  responseHeaders: { 'content-type': 'text/html; charset=utf-8' },
  responseBody: "The resource you're looking for cannot be found",
};
const noResponse = { status: null, responseHeaders: {}, responseBody: null };
/** Through a proxy that adds token and tenant. */
const proxied = { ...base, requestHeaders: {} };
const json = { responseHeaders: { 'content-type': 'application/json' } };

const wrong: Verdict = {
  diagnosis: 'wrong-address',
  retry: 'fix-first',
  noFindings: ['tenant-missing', 'token-missing'],
  neverSays: [/check the ids/i, /can’t find the resource/i, /is up, and that its certificate/],
};
const titled = (title: string, ...says: RegExp[]): Verdict => ({ ...wrong, title, says });

export const cases: readonly Case[] = [
  {
    name: 'version 1.0 through an unmapped proxy',
    input: { ...proxied, url: 'https://app.example/api/projects.xro/1.0/Projects?page=1' },
    verdict: titled('Wrong API version', /Send the request to \/projects\.xro\/2\.0\/Projects/),
  },
  {
    name: 'version 2 instead of 2.0, below a mapping, without a response',
    input: { ...proxied, ...noResponse, url: 'https://app.example/xero/projects.xro/v2/Projects', mapping: '/xero' },
    verdict: titled('Wrong API version', /\/projects\.xro\/v2: the documented version/),
  },
  {
    name: 'no version',
    input: { ...base, url: 'https://api.xero.com/projects.xro/Projects' },
    verdict: titled('API version missing', /https:\/\/api\.xero\.com\/projects\.xro\/2\.0\/Projects/),
  },
  {
    name: 'the Accounting API through an unmapped proxy, without a response',
    input: { ...proxied, ...noResponse, method: 'POST', url: 'https://app.example/xero/api.xro/2.0/Projects' },
    verdict: titled('URL of another Xero API'),
  },
  {
    name: 'projects/2.0 at Xero’s host',
    input: { ...base, url: 'https://api.xero.com/projects/2.0' },
    verdict: titled('Incomplete URL', /https:\/\/api\.xero\.com\/projects\.xro\/2\.0/),
  },
  {
    name: 'no root at all',
    input: { ...base, url: `https://api.xero.com/Projects/${project}/Tasks` },
    verdict: titled('Incomplete URL', new RegExp(`projects\\.xro/2\\.0/Projects/${project}/Tasks`)),
  },
  {
    name: 'another of Xero’s hosts',
    input: { ...base, url: 'https://identity.xero.com/projects.xro/2.0/Projects' },
    verdict: titled('Wrong host', /identity\.xero\.com/),
  },
  {
    name: 'connections below the root',
    input: { ...base, url: `${api}/connections` },
    verdict: titled('Not in the Projects API', /Use https:\/\/api\.xero\.com\/connections/),
  },
  {
    name: 'an empty id between slashes',
    input: { ...base, url: `${api}/Projects//Tasks` },
    verdict: titled('ID missing from the URL', /no ID before Tasks/),
  },
  {
    name: 'an empty id at the end',
    input: { ...base, method: 'PUT', requestBody: '{"name":"x"}', status: 405, url: `${api}/Projects/` },
    verdict: titled('ID missing from the URL'),
  },
  ...[
    'undefined',
    '[object%20Object]',
    'NaN',
    'None',
    '%7BprojectId%7D',
    '{{projectId}}',
    ':projectId',
    '%24%7Bid%7D',
    '%3CprojectId%3E',
    'YOUR_PROJECT_ID',
    '%257BprojectId%257D',
    '00000000-0000-0000-0000-000000000000',
  ].map(
    (text): Case => ({
      name: `${text} for an id`,
      input: { ...base, url: `${api}/Projects/${text}/Tasks` },
      verdict: { ...titled('ID not filled in'), findings: ['path-id-malformed'] },
    }),
  ),
  {
    name: 'undefined for an id, with a 500 response',
    input: {
      ...proxied,
      ...json,
      status: 500,
      responseBody: '{"Title":"An error occurred","Status":500}',
      url: 'https://app.example/api/projects.xro/2.0/Projects/undefined',
    },
    verdict: titled('ID not filled in'),
  },
  {
    name: 'the project’s id as that of a time entry, in capitals',
    input: { ...base, method: 'DELETE', url: `${api}/projects/${project}/time/${project.toUpperCase()}` },
    verdict: { ...titled('Project ID used twice'), findings: ['path-id-repeated'] },
  },
  ...(
    [
      ['expenses of a project', `/Projects/${project}/Expenses`, /totalExpenseAmount/],
      ['invoices of a project', `/projects/${project}/invoices`, /Accounting API/],
      ['all time', '/Time', /GET \/Projects\/\{projectId\}\/Time/],
      ['profitability', `/Projects/${project}/profitability`, /totalTaskAmount/],
      ['time of a task', `/Projects/${project}/Tasks/00000000-0000-4000-8000-000000000002/Time`, /taskId=\{taskId\}/],
      ['contacts', '/Contacts', /api\.xro\/2\.0\/Contacts/],
    ] as const
  ).map(
    ([name, path, says]): Case => ({
      name: `${name}, which the API lacks`,
      input: { ...base, url: `${api}${path}` },
      verdict: { ...titled('Not in the Projects API', says), findings: ['unsupported-operation'] },
    }),
  ),
  {
    name: 'a token that was rejected first, at an old version',
    input: {
      ...base,
      ...json,
      status: 401,
      responseBody:
        '{"Type":null,"Title":"Unauthorized","Status":401,"Detail":"TokenExpired: token expired at 11/30/2026 01:00:00","Instance":"00000000-0000-4000-8000-000000000008","Extensions":{}}',
      url: 'https://api.xero.com/projects.xro/1.0/Projects',
    },
    verdict: { diagnosis: 'token-expired', retry: 'refresh-token', findings: ['wrong-address'] },
  },
  {
    name: 'an unknown id, and no other fault',
    input: { ...base, url: `${api}/Projects/${project}` },
    verdict: { diagnosis: 'not-found', retry: 'fix-first', noFindings: ['wrong-address', 'path-id-malformed'] },
  },
  {
    name: 'a URL that was meant for another API of Xero',
    input: {
      ...base,
      ...json,
      status: 200,
      responseBody: '{"Invoices":[]}',
      url: 'https://api.xero.com/api.xro/2.0/Invoices',
    },
    verdict: { diagnosis: 'success', retry: 'not-needed', noFindings: ['wrong-address'] },
  },
  ...(
    [
      [
        'a task list',
        `/api/projects/projects/${project}/tasks?states=ACTIVE`,
        200,
        'not-needed',
        new RegExp(`GET /Projects/${project}/Tasks$|GET /Projects/${project}/Tasks\\.`, 'm'),
      ],
      [
        'time over all projects',
        '/api/projects/time?page=1',
        200,
        'not-needed',
        /The public API has no equivalent request/,
      ],
      ['a failure', '/api/projects/projects', 500, 'fix-first', /GET \/Projects/],
    ] as const
  ).map(
    ([name, path, status, retry, says]): Case => ({
      name: `Xero’s own web app: ${name}`,
      input: {
        ...base,
        ...json,
        status,
        responseBody: '{"items":[]}',
        requestHeaders: { 'xero-tenant-shortcode': '!bbbbb', referer: 'https://go.xero.com/app/!bbbbb/projects' },
        url: `https://go.xero.com${path}`,
      },
      verdict: {
        diagnosis: 'xero-web-app',
        retry,
        says: [/private service/, says],
        noFindings: ['tenant-missing', 'token-missing', 'wrong-address'],
        neverSays: [/bbbbb/, /tenant header|proxy/i],
      },
    }),
  ),
];
