// Source: public reports of responses that the gateway or a server before it sent, read 2026-11-30; each row names its own.
// 413, redirects and the error pages of the network edge: none of these come from the Projects API itself.

import { inference, limits, recorded } from '../citation.ts';
import type { DiagnosisRow } from './row.ts';
import { HTML_HEADERS, JSON_HEADERS, PROXY_URL, problemBody, tokensPage } from './row-parts.ts';

const limitsPage = 'https://developer.xero.com/documentation/guides/oauth2/limits/';

export const gateway = [
  {
    id: 'payload-too-large',
    when: [{ status: [413] }],
    severity: 'error',
    title: 'Request too large',
    meaning: 'The request body is larger than Xero’s gateway accepts.',
    fix: 'Send less in each request, well below 10 MB.',
    docsUrl: limitsPage,
    retry: {
      action: { kind: 'fix-first' },
      advice: 'Don’t send the same body again. Make it smaller first.',
      executed: 'no',
      citation: inference,
    },
    example: { status: 413, headers: JSON_HEADERS, body: problemBody('RequestEntityTooLarge', 413, 'PayloadTooLarge') },
    citations: [
      recorded(
        'A 413 from the same gateway for another API, Xero-Java issue 349',
        'https://github.com/XeroAPI/Xero-Java/issues/349',
      ),
      recorded(
        'An IIS page with 413 from another API, pyxero issue 161',
        'https://github.com/freakboy3742/pyxero/issues/161',
      ),
      limits,
    ],
    variants: [
      {
        when: [{ status: [413], origin: 'unknown' }],
        title: 'Request too large (may not be from Xero)',
        meaning: 'The request body is too large for your proxy or for Xero.',
        fix: 'Check your proxy’s size limit. If Xero refused it, send less in each request.',
        example: {
          url: PROXY_URL,
          status: 413,
          headers: HTML_HEADERS,
          body: '<html><head><title>413 Request Entity Too Large</title></head></html>',
        },
        citations: [inference],
      },
    ],
  },
  {
    id: 'edge-access-denied',
    when: [{ status: ['4xx'], shape: ['html'], bodyIncludes: ['errors.edgesuite.net', 'reference #'] }],
    severity: 'error',
    title: 'Access denied at the edge',
    meaning: 'A server at the network edge (Akamai) refused the request before the API received it.',
    fix: 'Check your network, VPN and `User-Agent`. If the error persists, give Xero support the reference number from the page.',
    docsUrl: 'https://developer.xero.com/contact-xero-developer-support',
    retry: {
      action: { kind: 'fix-first' },
      advice: 'First find out why it was blocked. The page doesn’t say how long to wait.',
      executed: 'no',
      citation: inference,
    },
    example: {
      status: 403,
      headers: { 'content-type': 'text/html', server: 'AkamaiGHost' },
      body: '<HTML><HEAD><TITLE>Access Denied</TITLE></HEAD><BODY><H1>Access Denied</H1>You don\'t have permission to access "http&#58;&#47;&#47;api&#46;xero&#46;com&#47;projects&#46;xro&#47;2&#46;0&#47;Projects" on this server.<P>Reference&#32;&#35;18&#46;2d3e1002&#46;1700000000&#46;1a2b3c4d</BODY></HTML>',
    },
    citations: [inference],
  },
  {
    id: 'redirected',
    when: [{ status: [301, 302, 303, 307, 308] }],
    severity: 'warning',
    title: 'Redirected',
    meaning: 'The response redirects to another URL, but redirects aren’t documented for the API.',
    fix: 'Check the URL, then check `Location` to see what redirects it. It’s often a proxy or a sign-in page.',
    docsUrl: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Status/302',
    retry: {
      action: { kind: 'fix-first' },
      advice: 'Correct the URL or sign in first. The same request gets the same redirect.',
      executed: 'unknown',
      citation: inference,
    },
    example: { status: 302, headers: { location: '/sign-in', 'cache-control': 'no-store' } },
    citations: [inference],
    variants: [
      {
        when: [
          {
            status: [301, 302, 303, 307, 308],
            header: { name: 'location', includes: ['//app.xero.com', '//go.xero.com', '//login.xero.com'] },
          },
        ],
        severity: 'error',
        title: 'Redirected to Xero’s website',
        meaning:
          'The request was redirected to Xero’s website, which was once seen with an unusable `Authorization` header.',
        fix: 'Check that `Authorization` is `Bearer` and an access token. Don’t follow the redirect, because it leads to a web page.',
        docsUrl: tokensPage,
        retry: {
          action: { kind: 'fix-first' },
          advice: 'Check the `Authorization` header and the URL first.',
          executed: 'unknown',
          citation: inference,
        },
        example: { status: 301, headers: { location: 'https://app.xero.com/' } },
        citations: [
          recorded('A 301 to app.xero.com, xero-python issue 31', 'https://github.com/XeroAPI/xero-python/issues/31'),
        ],
      },
    ],
  },
] as const satisfies readonly DiagnosisRow[];
