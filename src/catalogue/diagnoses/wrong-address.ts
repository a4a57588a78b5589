// Source: the specification, for the paths that exist; `../address-faults.ts` names the source of each mistaken root.
// Failures of requests whose address is wrong, whatever the status says, and requests of Xero's own web app.

import type { AddressFaultId } from '../address-faults.ts';
import { type Citation, inference, recorded, responseCodes, secondary, specification } from '../citation.ts';
import type { RetryPolicy } from '../retry-policy.ts';
import type { DiagnosisRow, Selector } from './row.ts';
import { HTML_HEADERS } from './row-parts.ts';

const overview = 'https://developer.xero.com/documentation/projects/overview';
const api = 'https://api.xero.com';
const id = '254553fa-2be8-4991-bd5e-70a97ea12ef8';
const notFound = { status: 404, headers: HTML_HEADERS, body: "The resource you're looking for cannot be found" };

const oldBase: Citation = {
  ...secondary('Public client code and xero-node 3 use /projects.xro/1.0'),
  retrieved: '2026-11-30',
};
const webApp: Citation = {
  ...secondary('Several public user scripts call go.xero.com/api/projects'),
  retrieved: '2026-11-30',
};

/** The gateway refuses these before anyone looks at the path, or the server was busy. */
const notAboutAddress: Selector = { status: [401, 403, 408, 413, 429, 502, 503, 504] };

/** The part of the address in place of the API root is wrong. */
const root = (...address: readonly AddressFaultId[]): readonly Selector[] => [
  { status: ['4xx', '5xx'], address, not: [notAboutAddress] },
  { failure: 'network', address },
];

/** An id in the address is wrong. */
const ids = (address: AddressFaultId, ...status: readonly number[]): readonly Selector[] => [
  { status, address: [address], not: [{ shape: ['model-state'] }, { bodyIncludes: ['idempotency key'] }] },
  { failure: 'network', address: [address] },
];

const correctFirst = (citation: Citation): RetryPolicy => ({
  action: { kind: 'fix-first' },
  advice: 'Correct the URL first. The same URL fails again.',
  executed: 'no',
  citation,
});

export const wrongAddresses = [
  {
    id: 'xero-web-app',
    when: [{ address: ['web-app'] }],
    severity: 'warning',
    title: 'Xero web app request failed',
    meaning: 'Xero’s own web app used its private service, which isn’t part of the Projects API.',
    fix: 'Don’t build on this service. Use the public API.',
    docsUrl: overview,
    retry: {
      action: { kind: 'fix-first' },
      advice: 'Send the public request from your server instead.',
      executed: 'unknown',
      citation: inference,
    },
    client: { action: 'stop' },
    example: { url: 'https://go.xero.com/api/projects/projects?states=INPROGRESS', status: 500 },
    citations: [webApp],
    variants: [
      {
        when: [{ status: ['2xx'], address: ['web-app'] }],
        severity: 'success',
        title: 'Xero web app request',
        retry: {
          action: { kind: 'not-needed' },
          advice: 'Nothing to do. The web app got its response.',
          executed: 'yes',
          citation: inference,
        },
        example: {
          url: 'https://go.xero.com/api/projects/projects?states=INPROGRESS',
          status: 200,
          body: '{"items":[]}',
        },
      },
    ],
  },
  {
    id: 'wrong-address',
    when: [
      { status: [404, 405], address: ['unsupported'] },
      { failure: 'network', address: ['unsupported'], not: [{ via: 'proxy' }] },
    ],
    severity: 'error',
    title: 'Not in the Projects API',
    meaning: 'The Projects API has no operation with this method and path.',
    fix: 'Use an operation of the API. The check suggests the closest one, or says where to find the same data.',
    docsUrl: overview,
    retry: correctFirst(specification),
    example: { ...notFound, url: `${api}/projects.xro/2.0/Projects/${id}/Costs` },
    citations: [specification, responseCodes],
    variants: [
      {
        when: root('api-version'),
        title: 'Wrong API version',
        meaning: 'The URL names a version of the Projects API other than 2.0, the documented one.',
        fix: 'Use `/projects.xro/2.0` in the URL.',
        retry: correctFirst(specification),
        example: { ...notFound, url: `${api}/projects.xro/1.0/Projects` },
        citations: [specification, oldBase],
      },
      {
        when: root('version-missing'),
        title: 'API version missing',
        meaning: 'The URL doesn’t name the version of the Projects API.',
        fix: 'Use `/projects.xro/2.0` in the URL.',
        example: { ...notFound, url: `${api}/projects.xro/Projects` },
        citations: [specification],
      },
      {
        when: root('other-api'),
        title: 'URL of another Xero API',
        meaning: 'The URL is that of another Xero API, which has no projects.',
        fix: 'Send the request to `/projects.xro/2.0/Projects`.',
        example: { ...notFound, url: `${api}/api.xro/2.0/Projects` },
        citations: [specification],
      },
      {
        when: root('root-missing'),
        title: 'Incomplete URL',
        meaning: 'The URL lacks the root path of the Projects API.',
        fix: 'Put `/projects.xro/2.0` in front of the path.',
        example: { ...notFound, url: `${api}/Projects` },
        citations: [specification],
      },
      {
        when: root('wrong-host'),
        title: 'Wrong host',
        meaning: 'The request went to a Xero host that doesn’t serve the Projects API.',
        fix: 'Send the request to `https://api.xero.com/projects.xro/2.0`.',
        example: { ...notFound, url: 'https://developer.xero.com/projects.xro/2.0/Projects' },
        citations: [specification],
      },
      {
        when: ids('id-missing', 400, 404, 405),
        title: 'ID missing from the URL',
        meaning: 'The URL has no ID where one belongs.',
        fix: 'Check the variable that the ID comes from. It was probably empty.',
        example: { ...notFound, url: `${api}/projects.xro/2.0/Projects//Tasks` },
        citations: [specification],
      },
      {
        // Xero has responded with 500 to malformed ids.
        when: ids('id-not-filled-in', 400, 404, 405, 500),
        title: 'ID not filled in',
        meaning: 'The URL has a placeholder or an empty variable where an ID belongs.',
        fix: 'Put the ID that Xero returned into the URL before you send the request.',
        example: { ...notFound, url: `${api}/projects.xro/2.0/Projects/undefined/Tasks` },
        citations: [
          specification,
          recorded('A 500 for a malformed ID, xero-node issue 510', 'https://github.com/XeroAPI/xero-node/issues/510'),
        ],
      },
      {
        when: ids('id-repeated', 400, 404),
        title: 'Project ID used twice',
        meaning: 'The URL has the project’s ID where the ID of a task or time entry belongs.',
        fix: 'Use the ID of the task or time entry. A variable was probably copied or formatted twice.',
        retry: correctFirst(inference),
        example: { ...notFound, url: `${api}/projects.xro/2.0/Projects/${id}/Tasks/${id}` },
        citations: [inference],
      },
    ],
  },
] as const satisfies readonly DiagnosisRow[];
