// What earlier requests, the token and the headers show about a rejected request.

import type { Case, Verdict } from '../verdict.ts';

type Step = Extract<Case['input'], { sequence: unknown }>['sequence'][number];

const api = 'https://api.xero.com/projects.xro/2.0';
const project = '00000000-0000-4000-8000-000000000001';
const tenant = '00000000-0000-4000-8000-000000000006';
const connection = '00000000-0000-4000-8000-000000000007';
const authEvent = '00000000-0000-4000-8000-000000000009';
const json = { 'content-type': 'application/json' };

/** Only the claims are read. */
function jwt(claims: object): string {
  const times = { nbf: 1_795_996_800, exp: 1_796_083_200 };
  const body = btoa(JSON.stringify({ iss: 'https://identity.xero.com', ...times, ...claims })).replace(/=+$/, '');
  return `Bearer eyJhbGciOiJSUzI1NiJ9.${body}.c2ln`;
}

const resources = 'https://identity.xero.com/resources';
const client = '0123456789ABCDEF0123456789ABCDEF';
const access = (jti: string) => jwt({ aud: resources, client_id: client, jti, scope: ['projects'] });

function step(method: string, url: string, more: Partial<Step> = {}): Step {
  return {
    method,
    url,
    requestHeaders: { authorization: access('1'), 'xero-tenant-id': tenant },
    requestBody: null,
    status: 200,
    responseHeaders: json,
    responseBody: '{}',
    ...more,
  };
}

const problem = (status: number, detail: string): Partial<Step> => ({
  status,
  responseBody: JSON.stringify({ Type: null, Title: 'Refused', Status: status, Detail: detail, Extensions: {} }),
});
const refused = problem(403, 'AuthenticationUnsuccessful');
const list = (items: readonly object[], more: Partial<Step> = {}, query = '') =>
  step('GET', `https://api.xero.com/connections${query}`, {
    requestHeaders: { authorization: access('1') },
    responseBody: JSON.stringify(items),
    ...more,
  });
const acme = { id: connection, authEventId: authEvent, tenantId: tenant, tenantName: 'Acme' };
const withHeaders = (headers: Readonly<Record<string, string>>): Partial<Step> => ({
  requestHeaders: { authorization: access('1'), 'xero-tenant-id': tenant, ...headers },
});
const task = (currency: string) =>
  step('POST', `${api}/projects/${project}/tasks`, {
    ...withHeaders(json),
    requestBody: JSON.stringify({ name: 'A', rate: { currency, value: 1 }, chargeType: 'TIME' }),
    status: 400,
    responseBody: '{"message":"The request is invalid."}',
  });
const projectIn = (currencyCode: string) => ({
  projectId: project,
  contactId: tenant,
  name: 'NY-204',
  currencyCode,
  status: 'INPROGRESS',
});

function sequence(name: string, steps: readonly Step[], verdict: Partial<Verdict>): Case {
  return { name, input: { sequence: steps }, verdict: { diagnosis: 'tenant-refused', retry: 'fix-first', ...verdict } };
}

const projects = `${api}/Projects`;

export const cases: readonly Case[] = [
  sequence(
    'an empty list for another sign-in',
    [list([], {}, `?authEventId=${authEvent}`), step('GET', projects, refused)],
    { findings: ['no-connections'], says: [/\/connections returned an empty list.*likely/s] },
  ),
  sequence(
    'an empty list for another token',
    [list([], { requestHeaders: { authorization: access('2') } }), step('GET', projects, refused)],
    { noFindings: ['no-connections'] },
  ),
  sequence('a list that is no longer empty', [list([]), list([acme]), step('GET', projects, refused)], {
    noFindings: ['no-connections', 'tenant-not-connected'],
  }),
  sequence('a list that became empty', [list([acme]), list([]), step('GET', projects, refused)], {
    findings: ['no-connections'],
    noFindings: ['tenant-not-connected'],
  }),
  sequence(
    'the id of the sign-in as tenant',
    [list([acme]), step('GET', projects, { ...refused, ...withHeaders({ 'xero-tenant-id': authEvent }) })],
    {
      findings: ['tenant-id-is-connection-id'],
      noFindings: ['tenant-not-connected'],
      says: [/the authEventId of the connection to Acme/, /Send the tenantId/],
    },
  ),
  sequence(
    'the id of the connection as tenant',
    [list([acme]), step('GET', projects, { ...refused, ...withHeaders({ 'xero-tenant-id': connection }) })],
    { findings: ['tenant-id-is-connection-id'], says: [/the id of the connection to Acme/] },
  ),
  sequence(
    'a connection deleted by the id of its sign-in',
    [
      list([acme]),
      step('DELETE', `https://api.xero.com/connections/${authEvent}`, {
        ...refused,
        requestHeaders: { authorization: access('1') },
      }),
    ],
    {
      title: 'Connection ID refused',
      findings: ['deleted-by-auth-event'],
      says: [/the authEventId of a connection, not its id/],
      neverSays: [/Xero-Tenant-Id/],
    },
  ),
  sequence(
    'a connection deleted without listing connections first',
    [step('DELETE', `https://api.xero.com/connections/${authEvent}`, refused)],
    { title: 'Connection ID refused', says: [/not its authEventId/], neverSays: [/Xero-Tenant-Id/] },
  ),
  sequence(
    'a currency other than in a list of projects',
    [step('GET', projects, { responseBody: JSON.stringify({ items: [projectIn('NZD')] }) }), task('AUD')],
    { diagnosis: 'bad-request', findings: ['rate-currency-differs'], says: [/Send the rate in NZD/] },
  ),
  sequence(
    'the project’s own currency',
    [step('GET', `${api}/projects/${project}`, { responseBody: JSON.stringify(projectIn('NZD')) }), task('NZD')],
    { diagnosis: 'bad-request', noFindings: ['rate-currency-differs'] },
  ),
  sequence(
    'an id token, rejected for its audience',
    [
      step('GET', projects, {
        ...problem(401, 'TokenInvalidAudience'),
        ...withHeaders({ authorization: jwt({ aud: client, at_hash: 'AAAA', email: 'jo@acme.example' }) }),
      }),
    ],
    { diagnosis: 'token-wrong-audience', findings: ['token-is-id-token'], neverSays: [/jo@acme/, /the scopes /] },
  ),
  sequence(
    'an id token, rejected for its scope',
    [
      step('GET', projects, {
        ...problem(401, 'AuthorizationUnsuccessful'),
        ...withHeaders({ authorization: jwt({ aud: [client], sub: 'a' }) }),
      }),
    ],
    {
      diagnosis: 'scope-or-plan-missing',
      findings: ['token-is-id-token'],
      noFindings: ['token-scope'],
      says: [/Send the access_token/],
      neverSays: [/Request the projects scope/],
    },
  ),
  sequence(
    'an access token that lists several audiences',
    [
      step('GET', projects, {
        ...problem(401, 'AuthenticationUnsuccessful'),
        ...withHeaders({ authorization: jwt({ aud: [resources, client], scope: ['projects'] }) }),
      }),
    ],
    { diagnosis: 'token-invalid', noFindings: ['token-is-id-token'] },
  ),
  sequence(
    'the tenant header sent twice',
    [step('GET', projects, { ...refused, ...withHeaders({ 'xero-tenant-id': `${tenant}, ${tenant}` }) })],
    {
      findings: ['tenant-repeated'],
      noFindings: ['tenant-not-uuid'],
      says: [/2 values, all the same/, /Send the header once/],
    },
  ),
  sequence(
    'a blank tenant header',
    [step('GET', projects, { ...refused, ...withHeaders({ 'xero-tenant-id': ' ' }) })],
    { findings: ['tenant-empty'], noFindings: ['tenant-missing', 'tenant-not-uuid'] },
  ),
  sequence(
    'the token in the URL',
    [
      step('GET', `${projects}?access_token=eyJhbGciOiJSUzI1NiJ9.e30.c2ln`, {
        ...problem(401, 'AuthenticationUnsuccessful'),
        requestHeaders: { 'xero-tenant-id': tenant },
      }),
    ],
    {
      diagnosis: 'token-invalid',
      findings: ['token-in-query'],
      noFindings: ['query-unknown'],
      says: [/Send the token in the Authorization header/, /logs/],
      neverSays: [/eyJ/, /c2ln/],
    },
  ),
  sequence(
    'a Projects user list rejected, while Accounting works with the same token and tenant',
    [
      step('GET', 'https://api.xero.com/api.xro/2.0/Contacts', { responseBody: '{"Contacts":[]}' }),
      step('GET', `${api}/ProjectsUsers`, refused),
    ],
    { findings: ['projects-not-enabled'], neverSays: [/Correct the tenant header/, /No tenant ID/] },
  ),
  // Correct requests.
  sequence('a list that contains the tenant', [list([acme]), step('GET', projects, { responseBody: '{"items":[]}' })], {
    diagnosis: 'success',
    retry: 'not-needed',
    noFindings: ['no-connections', 'tenant-id-is-connection-id', 'token-is-id-token', 'tenant-repeated'],
  }),
];
