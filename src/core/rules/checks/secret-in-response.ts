// A server leaks a token or another secret to the page.

import { secondary } from '../../../catalogue/citation.ts';
import { xeroNodeFix } from '../../../catalogue/disclosed-secrets.ts';
import { findDisclosedSecrets } from '../../diagnose/find-disclosed-secrets.ts';
import { isDirectToXero, isMadeByServer } from '../../model/exchange.ts';
import type { Check, Examples, Mutations } from '../check-support/check.ts';

export const check: Check = {
  id: 'secret-in-response',
  title: 'Secret in the response',
  severity: 'warning',
  fix: 'Keep secrets on your server, and send the browser only what the page needs.',
  citation: secondary(
    'OWASP API Security Top 10: excessive data exposure',
    'https://owasp.org/API-Security/editions/2023/en/0xa3-broken-object-property-level-authorization/',
  ),
  run({ exchange }) {
    const { body, status } = exchange.response;
    // Xero's API sends no secrets, only a server in between does. What a server receives doesn't reach the browser.
    if (isDirectToXero(exchange) || isMadeByServer(exchange) || body.kind !== 'text') return [];
    const secrets = findDisclosedSecrets(body.text);
    if (secrets.length === 0) return [];
    const isFromSdk = isXeroNodeError(body.text);
    const observed = `a body that contains ${list(secrets.map(({ id, label }) => (isFromSdk && id === 'authorization' ? 'an access token' : label)))}`;
    return [
      {
        location: { in: 'response', pointer: '' },
        observed,
        sentence: `The response has ${observed}, which scripts and logs in the browser can read.`,
        expected: 'no secrets, because scripts and logs in the browser can read them',
        ...(isFromSdk
          ? {
              fix: `Update xero-node to ${xeroNodeFix.version}, or to the patched release of your major version, so that its errors contain no token.`,
              citation: xeroNodeFix.citation,
            }
          : status >= 400 && {
              fix: 'Log the error on your server, and send the browser only its status and message.',
            }),
      } as const,
    ];
  },
};

function list(labels: readonly string[]): string {
  return labels.length < 2 ? labels.join('') : `${labels.slice(0, -1).join(', ')} and ${labels.at(-1)}`;
}

/** An error of xero-node contains the response and its request. Errors of other Xero clients with the same HTTP library look the same. */
function isXeroNodeError(body: string): boolean {
  const text = body.slice(0, MAX_SEARCH_CHARS);
  const major = /\bxero-node-(\d{1,3})\b/.exec(text)?.[1];
  if (major !== undefined) return Number(major) < xeroNodeFix.major;
  return (
    ['response', 'statusCode', 'headers', 'request'].every((key) => text.includes(`"${key}`)) &&
    /\bxero\.com\b/.test(text)
  );
}

const MAX_SEARCH_CHARS = 65_536;

const sdkError = {
  response: {
    statusCode: 403,
    body: {},
    headers: {},
    request: { url: { host: 'api.xero.com' }, headers: { authorization: '[redacted]' } },
  },
};

export const examples: Examples = {
  fail: [
    { viaProxy: true, status: 500, responseBody: { error: JSON.stringify(sdkError) } },
    {
      viaProxy: true,
      status: 500,
      responseBody: { config: { headers: { Authorization: '[redacted]' } } },
    },
    { viaProxy: true, status: 401, responseBody: { message: 'No', refresh_token: '[redacted]' } },
  ],
  pass: [
    { viaProxy: true, isMadeByServer: true, status: 400, responseBody: { access_token: '[redacted]' } },
    { viaProxy: true, status: 500, responseBody: { message: 'password: [redacted]' } },
    { viaProxy: true, status: 500, responseBody: { csrf_token: '[redacted]', cookie: '[redacted]' } },
    { status: 400, responseBody: { message: 'access_token: [redacted]' } },
  ],
};

export const mutations: Mutations = {
  // Checks of fields would report the body of any other operation too.
  request: ({ responseBody }) =>
    responseBody === undefined ? [{ viaProxy: true, responseBody: { access_token: '[redacted]' } }] : [],
};
