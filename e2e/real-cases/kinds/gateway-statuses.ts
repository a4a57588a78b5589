// Responses of the gateway, of the network edge and of Xero's website.

import type { Case, Verdict } from '../verdict.ts';

const token = { authorization: 'Bearer x.y.z', 'xero-tenant-id': '00000000-0000-4000-8000-000000000006' };
const html = { 'content-type': 'text/html' };
const json = { 'content-type': 'application/json' };

function get(
  name: string,
  status: number,
  responseHeaders: Readonly<Record<string, string>>,
  responseBody: string,
  verdict: Partial<Verdict> & Pick<Verdict, 'diagnosis'>,
  url = 'https://api.xero.com/projects.xro/2.0/Projects',
): Case {
  return {
    name,
    input: { method: 'GET', url, requestHeaders: token, requestBody: null, status, responseHeaders, responseBody },
    verdict: { retry: 'fix-first', ...verdict },
  };
}

const envelope = (detail: string, title = 'Unauthorized', status = 401) =>
  JSON.stringify({ Type: null, Title: title, Status: status, Detail: detail, Instance: '', Extensions: {} });

const denied = (reference: string) =>
  `<HTML><HEAD>\n<TITLE>Access Denied</TITLE>\n</HEAD><BODY>\n<H1>Access Denied</H1>\nYou don't have permission to access "http&#58;&#47;&#47;api&#46;xero&#46;com&#47;" on this server.<P>\n${reference}\n</BODY>\n</HTML>`;

export const cases: readonly Case[] = [
  get(
    'an IIS page with 413',
    413,
    html,
    '<!DOCTYPE html><html><head><title>IIS 10.0 Detailed Error - 413.0 - Request Entity Too Large</title></head><body><h3>HTTP Error 413.0 - Request Entity Too Large</h3></body></html>',
    { diagnosis: 'payload-too-large', title: 'Request too large', neverSays: [/validation/i] },
  ),
  get('a 413 without a body', 413, { 'content-length': '0' }, '', {
    diagnosis: 'payload-too-large',
    title: 'Request too large',
  }),
  get(
    'a 413 in lower case',
    413,
    json,
    '{"type":null,"title":"RequestEntityTooLarge","status":413,"detail":"PayloadTooLarge","extensions":{}}',
    { diagnosis: 'payload-too-large', says: [/Send less/] },
  ),
  get(
    'nginx in front of a back end rejects the size',
    413,
    html,
    '<html>\r\n<head><title>413 Request Entity Too Large</title></head>\r\n<body>\r\n<center><h1>413 Request Entity Too Large</h1></center>\r\n<hr><center>nginx/1.25.3</center>\r\n</body>\r\n</html>',
    {
      diagnosis: 'payload-too-large',
      title: 'Request too large (may not be from Xero)',
      says: [/your proxy’s size limit/],
    },
    'https://app.example.com/xero/projects.xro/2.0/Projects',
  ),
  get(
    'an Akamai page with entities',
    403,
    { ...html, server: 'AkamaiGHost' },
    denied('Reference&#32;&#35;18&#46;c5643017&#46;1796005327&#46;2b6e7f'),
    {
      diagnosis: 'edge-access-denied',
      findings: ['edge-reference'],
      says: [/18\.c5643017\.1796005327\.2b6e7f/, /support/],
      neverSays: [/Xero-Tenant-Id/, /CSRF/, /refresh/i],
    },
  ),
  get(
    'an Akamai page with a link to its errors',
    403,
    html,
    denied(
      'Reference #18.2d3e1002.1796005327.1a2b3c4d<P>https&#58;&#47;&#47;errors&#46;edgesuite&#46;net&#47;18&#46;2d3e1002',
    ),
    { diagnosis: 'edge-access-denied', says: [/18\.2d3e1002\.1796005327\.1a2b3c4d/], neverSays: [/tenant/i] },
  ),
  get(
    'an Apache page with nearly the same text',
    403,
    html,
    "<html><head><title>403 Forbidden</title></head><body><h1>Forbidden</h1><p>You don't have permission to access /xero on this server.</p></body></html>",
    { diagnosis: 'tenant-refused', noFindings: ['edge-reference'], neverSays: [/Akamai/] },
    'https://app.example.com/xero/projects.xro/2.0/Projects',
  ),
  get('a redirect to the website', 301, { location: 'https://app.xero.com/' }, '', {
    diagnosis: 'redirected',
    title: 'Redirected to Xero’s website',
    says: [/Authorization/],
    neverSays: [/No retry needed/],
  }),
  get(
    'a redirect to an error page of the website',
    302,
    { location: 'https://app.xero.com/Errors/NotFound', ...html },
    '<html><head><title>Object moved</title></head></html>',
    { diagnosis: 'redirected', title: 'Redirected to Xero’s website', neverSays: [/check the ids/i] },
  ),
  get(
    'a sign-in page of the app',
    302,
    { location: '/login?next=/xero' },
    '',
    { diagnosis: 'redirected', title: 'Redirected', neverSays: [/Xero’s website/] },
    'https://app.example.com/xero/projects.xro/2.0/Projects',
  ),
  get('the scope in the header, spelled right', 401, { 'www-authenticate': 'Bearer error="insufficient_scope"' }, '', {
    diagnosis: 'scope-or-plan-missing',
    title: 'Scope missing',
    says: [/consent/],
  }),
  get('the scope in the body, misspelt', 401, json, '{"error":"insufficent_scope"}', {
    diagnosis: 'scope-or-plan-missing',
    title: 'Scope missing',
    says: [/consent/],
  }),
  get('a signature that is not valid', 401, json, envelope('TokenInvalidSignature'), {
    diagnosis: 'token-invalid-signature',
    says: [/truncated or changed/],
    neverSays: [/expired/i, /\bwait\b/i],
  }),
  get('a signature in words', 401, json, envelope('token invalid signature'), {
    diagnosis: 'token-invalid-signature',
  }),
  get(
    'an envelope in lower case',
    401,
    json,
    '{"type":null,"title":"Unauthorized","status":401,"detail":"TokenInvalidAudience","instance":"00000000-0000-4000-8000-000000000008","extensions":{}}',
    { diagnosis: 'token-wrong-audience', says: [/access_token/] },
  ),
  // Regular responses.
  get('an expired token', 401, json, envelope('TokenExpired: token expired at 11/30/2026 02:00:00'), {
    diagnosis: 'token-expired',
    retry: 'refresh-token',
  }),
  get('a scope that Xero refuses in the usual words', 401, json, envelope('AuthorizationUnsuccessful'), {
    diagnosis: 'scope-or-plan-missing',
    title: 'Scope or plan missing',
  }),
  get('a tenant that Xero refuses', 403, json, envelope('AuthenticationUnsuccessful', 'Forbidden', 403), {
    diagnosis: 'tenant-refused',
    title: 'Organisation refused',
  }),
];
