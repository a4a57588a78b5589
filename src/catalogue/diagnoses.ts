// Source: the response-codes page of the Projects API and what lies around it, read 2026-11-22; each row names its own.
// Every answer that the inspector can explain. The first row whose selector holds is the diagnosis.

import {
  type Citation,
  gatewayRecording,
  idempotency,
  inference,
  limits,
  noCors,
  projectsRecording,
  recorded,
  responseCodes,
  secondary,
  specification,
} from './citation.ts';
import type { RetryPolicy } from './retry-policy.ts';

export interface DiagnosisRow {
  readonly id: string;
  /** What selects it: any one of these. */
  readonly when: readonly Selector[];
  readonly severity: 'success' | 'warning' | 'error';
  /** The failing state, a noun phrase. */
  readonly title: string;
  /** One sentence. */
  readonly meaning: string;
  /** One imperative sentence; empty where there is nothing to do. */
  readonly fix: string;
  readonly docsUrl: string;
  readonly retry: RetryPolicy;
  readonly example: Example;
  /** The first carries the meaning. */
  readonly sources: readonly [Citation, ...Citation[]];
  /** Tried before the row itself. */
  readonly variants?: readonly DiagnosisVariant[];
}

/** What is said under the same id where the evidence calls for other words. What it does not give is the row's. */
export type DiagnosisVariant = Pick<DiagnosisRow, 'when' | 'title' | 'example'> &
  Partial<Omit<DiagnosisRow, 'id' | 'variants'>>;

/** All that is given must hold. */
export interface Selector {
  readonly status?: readonly (number | StatusClass)[];
  readonly failure?: 'cors' | 'aborted' | 'network';
  /** `proxy`: the address is not Xero's own, known by its path or by the user's mapping. `connections`: it is that of `/connections`. */
  readonly via?: 'proxy' | 'connections';
  /** A proxy lies between, and nothing in the answer shows that Xero wrote it. */
  readonly author?: 'untold';
  readonly shape?: readonly BodyShape[];
  /** Any of these in the body, in its envelope's detail or in `www-authenticate`; lower case, percent-decoded. */
  readonly bodyIncludes?: readonly string[];
  /** Any of these in the value of a header; lower case. An empty list: the header is there. */
  readonly header?: { readonly name: string; readonly includes: readonly string[] };
  /** None of these may hold. */
  readonly not?: readonly Selector[];
}

export type StatusClass = '2xx' | '4xx' | '5xx';

export type BodyShape =
  | 'empty'
  | 'unavailable'
  | 'model-state'
  | 'problem'
  | 'accounting-error'
  | 'api-exception-xml'
  | 'identity-error'
  | 'legacy-oauth'
  | 'html'
  | 'json'
  | 'broken-json'
  | 'text';

/** A typical answer, for reference and for tests. Ids in it are made up. */
export interface Example {
  /** Where it is not Xero's. */
  readonly url?: string;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly failure?: 'cors' | 'aborted' | 'network';
}

const page = 'https://developer.xero.com/documentation/projects/projects-response-codes';
const limitsPage = 'https://developer.xero.com/faq/limits';
const idempotencyPage = 'https://developer.xero.com/documentation/guides/idempotent-requests/idempotency/';
const tokensPage = 'https://developer.xero.com/documentation/guides/oauth2/auth-flow/';
const tenantsPage = 'https://developer.xero.com/documentation/guides/oauth2/tenants/';
const statusPage = 'https://status.developer.xero.com/';

const atProxy = 'https://proxy.example/projects.xro/2.0/Projects';

const oauth: Citation = {
  basis: 'inferred',
  title: 'OAuth 2.0, RFC 6749; not in Xero’s table',
  url: 'https://www.rfc-editor.org/rfc/rfc6749#section-5.2',
  retrieved: '2026-11-22',
};

const corsProtocol: Citation = {
  basis: 'inferred',
  title: 'Fetch Standard, CORS protocol; not in Xero’s table',
  url: 'https://fetch.spec.whatwg.org/#http-cors-protocol',
  retrieved: '2026-11-22',
};

const invalidGrant = secondary(
  'invalid_grant for a refresh token used before or too old, xero-node issues 697 and 765',
  'https://github.com/XeroAPI/xero-node/issues/697',
);

const legacyLimit = secondary(
  'calcinai/xero-php issue 352 and its tests',
  'https://github.com/calcinai/xero-php/issues/352',
);

const correlationId = '00000000-0000-4000-8000-000000000001';
const envelope = (title: string, status: number, detail: string) =>
  `{"Type":null,"Title":"${title}","Status":${status},"Detail":"${detail}","Instance":"${correlationId}","Extensions":{}}`;
const json = { 'content-type': 'application/json; charset=utf-8' };
const html = { 'content-type': 'text/html; charset=utf-8' };

const nothingToRetry = (carriedOut: 'yes' | 'no', source: Citation): RetryPolicy => ({
  advice: { kind: 'not-needed' },
  say: 'Carry on; the call did what it was asked to do.',
  carriedOut,
  source,
});

export const diagnoses = [
  {
    id: 'cors-blocked',
    when: [{ failure: 'cors' }],
    severity: 'error',
    title: 'Blocked by the browser (CORS)',
    meaning: 'Xero sends no CORS headers, so the browser keeps the answer from a page of another origin.',
    fix: 'Send the call from your server, or through a proxy of the same origin as the page.',
    docsUrl: 'https://github.com/XeroAPI/xero-node/issues/681',
    retry: {
      advice: { kind: 'fix-first' },
      say: 'Route the call through a server first; the browser will refuse every direct one.',
      carriedOut: 'perhaps',
      source: noCors,
    },
    example: { status: 0, failure: 'cors' },
    sources: [noCors],
    variants: [
      {
        when: [{ failure: 'cors', via: 'proxy' }],
        title: 'Blocked by the browser (CORS of your proxy)',
        meaning: 'Your proxy’s answer does not allow pages of this origin, so the browser keeps it from the page.',
        fix: 'Let the proxy send `Access-Control-Allow-Origin` for the page’s origin, to the preflight too, or serve it from the page’s own origin.',
        docsUrl: 'https://developer.mozilla.org/docs/Web/HTTP/Guides/CORS',
        retry: {
          advice: { kind: 'fix-first' },
          say: 'Mend the proxy first; until then the browser keeps every such answer from the page.',
          carriedOut: 'perhaps',
          source: corsProtocol,
        },
        example: { url: atProxy, status: 0, failure: 'cors' },
        sources: [corsProtocol],
      },
    ],
  },
  {
    id: 'aborted',
    when: [{ failure: 'aborted' }],
    severity: 'warning',
    title: 'Cancelled by the page',
    meaning: 'The page cancelled the call, or was left, before an answer came.',
    fix: 'Check what cancels it: an AbortController, a time-out of your own or a navigation.',
    docsUrl: 'https://developer.mozilla.org/docs/Web/API/AbortController',
    retry: {
      advice: { kind: 'cannot-tell' },
      say: 'Read back first if it was a write: Xero may have received it.',
      carriedOut: 'perhaps',
      source: inference,
    },
    example: { status: 0, failure: 'aborted' },
    sources: [inference],
  },
  {
    id: 'network-failure',
    when: [{ failure: 'network' }],
    severity: 'error',
    title: 'No answer',
    meaning: 'No whole answer came: the connection failed or broke off.',
    fix: 'Check that the proxy or host is up and that its certificate and address are right.',
    docsUrl: statusPage,
    retry: {
      advice: { kind: 'back-off', firstSeconds: 1, factor: 2, maxSeconds: 30, maxAttempts: 3 },
      say: 'Try a read again with growing pauses; a write only with its Idempotency-Key.',
      carriedOut: 'perhaps',
      source: inference,
    },
    example: { status: 0, failure: 'network' },
    sources: [inference],
  },
  {
    id: 'wrong-api',
    when: [{ status: ['4xx', '5xx'], shape: ['accounting-error'] }],
    severity: 'error',
    title: 'Error of another Xero API',
    meaning: 'The body has the shape of an error of the Accounting API, not of Projects.',
    fix: 'Check the address: Projects lives under `/projects.xro/2.0/`, Accounting under `/api.xro/2.0/`.',
    docsUrl: 'https://developer.xero.com/documentation/projects/overview',
    retry: {
      advice: { kind: 'fix-first' },
      say: 'Correct the address before you send it again.',
      carriedOut: 'perhaps',
      source: inference,
    },
    example: {
      status: 400,
      headers: json,
      body: '{"ErrorNumber":10,"Type":"ValidationException","Message":"A validation exception occurred","Elements":[{"ValidationErrors":[{"Message":"One or more line items must be specified"}]}]}',
    },
    sources: [
      recorded('Accounting API error, Xero-OpenAPI issue 461', 'https://github.com/XeroAPI/Xero-OpenAPI/issues/461'),
    ],
    variants: [
      {
        when: [{ status: ['4xx', '5xx'], shape: ['identity-error'] }],
        title: 'Token request refused',
        meaning:
          'The body is an error of Xero’s identity service, which gives out tokens: it refused a request for one.',
        fix: 'Mend the token request; for `invalid_grant`, send the newest refresh token, for each replaces the one before and lives 60 days, or have the user consent again.',
        docsUrl: tokensPage,
        retry: {
          advice: { kind: 'fix-first' },
          say: 'Get a token first, then send the call with it.',
          carriedOut: 'no',
          source: invalidGrant,
        },
        example: { status: 400, headers: json, body: '{"error":"invalid_grant"}' },
        sources: [invalidGrant, oauth, secondary('Xero developer platform, lives of tokens')],
      },
      {
        when: [{ status: ['4xx', '5xx'], shape: ['api-exception-xml'] }],
        title: 'Error in XML, an old form of Xero’s',
        meaning:
          'The body is an `ApiException` in XML; a malformed id has been answered so, and calls that asked for no JSON.',
        fix: 'Send `Accept: application/json` and check every id in the path and body; then check that the address lies under `/projects.xro/2.0/`.',
        retry: {
          advice: { kind: 'fix-first' },
          say: 'Correct header, ids and address first; read back before you repeat a write.',
          carriedOut: 'perhaps',
          source: inference,
        },
        example: {
          status: 500,
          headers: { 'content-type': 'text/xml; charset=utf-8' },
          body: '<ApiException><ErrorNumber>500</ErrorNumber><Type>UnknownErrorException</Type></ApiException>',
        },
        sources: [
          recorded(
            'A malformed id answered with 500 UnknownErrorException, xero-node issue 285',
            'https://github.com/XeroAPI/xero-node/issues/285',
          ),
          secondary(
            'Projects needed an Accept header, calcinai/xero-php issue 537',
            'https://github.com/calcinai/xero-php/issues/537',
          ),
        ],
      },
    ],
  },
  {
    id: 'success',
    when: [{ status: [200] }],
    severity: 'success',
    title: 'OK',
    meaning: 'The call succeeded.',
    fix: '',
    docsUrl: page,
    retry: nothingToRetry('yes', responseCodes),
    example: {
      status: 200,
      headers: json,
      body: '{"pagination":{"page":1,"pageSize":50,"pageCount":1,"itemCount":0},"items":[]}',
    },
    sources: [responseCodes, projectsRecording],
    variants: [
      {
        when: [
          {
            status: ['2xx'],
            author: 'untold',
            shape: ['html'],
            not: [{ header: { name: 'content-type', includes: ['xml'] } }],
          },
        ],
        severity: 'warning',
        title: 'A page in the place of an answer',
        meaning:
          'The answer is an HTML page, so nothing shows that Xero was asked: a server of yours gave a page of its own.',
        fix: 'Check that your server passes this path on to Xero, and that it did not send a page to sign in.',
        retry: {
          advice: { kind: 'fix-first' },
          say: 'Correct the route or sign in first; the same call gets the same page.',
          carriedOut: 'perhaps',
          source: inference,
        },
        example: {
          url: atProxy,
          status: 200,
          headers: html,
          body: '<!DOCTYPE html><html><body><div id="root"></div></body></html>',
        },
        sources: [inference],
      },
    ],
  },
  {
    id: 'created',
    when: [{ status: [201] }],
    severity: 'success',
    title: 'Created',
    meaning: 'The resource was created, and the answer holds it.',
    fix: '',
    docsUrl: page,
    retry: nothingToRetry('yes', responseCodes),
    example: { status: 201, headers: json, body: `{"projectId":"${correlationId}","name":"Kitchen"}` },
    sources: [responseCodes],
  },
  {
    id: 'no-content',
    when: [{ status: [204] }],
    severity: 'success',
    title: 'Done, no content',
    meaning: 'Xero did what was asked and has nothing to send back.',
    fix: '',
    docsUrl: page,
    retry: nothingToRetry('yes', responseCodes),
    example: { status: 204 },
    sources: [responseCodes, projectsRecording],
  },
  {
    id: 'not-modified',
    when: [{ status: [304] }],
    severity: 'success',
    title: 'Not modified',
    meaning: 'The copy that the browser holds is still good; what is shown as the body comes from its cache.',
    fix: '',
    docsUrl: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Status/304',
    retry: nothingToRetry('yes', inference),
    example: { status: 304 },
    sources: [
      {
        basis: 'inferred',
        title: 'HTTP Semantics, RFC 9110; not in Xero’s table',
        url: 'https://www.rfc-editor.org/rfc/rfc9110#status.304',
        retrieved: '2026-11-22',
      },
    ],
  },
  {
    id: 'idempotency-key-reused',
    when: [{ status: [400], bodyIncludes: ['is used with a different request'] }],
    severity: 'error',
    title: 'Idempotency key used again for another request',
    meaning: 'This Idempotency-Key was first sent with a different request, so Xero refused this one.',
    fix: 'Send a new key whenever the body changes, for example one derived from the body.',
    docsUrl: idempotencyPage,
    retry: {
      advice: { kind: 'fix-first' },
      say: 'Send it with a new key.',
      carriedOut: 'no',
      source: idempotency,
    },
    example: { status: 400, body: 'Idempotency Key 5f2a is used with a different request.' },
    sources: [idempotency, secondary('A Projects user’s notes: this text was reported, the rest of the body was not')],
  },
  {
    id: 'validation-failed',
    when: [{ status: [400], shape: ['model-state'] }],
    severity: 'error',
    title: 'Validation failed',
    meaning: 'Xero refused the request and names the elements that caused it in `modelState`.',
    fix: 'Correct the fields below and send the request anew.',
    docsUrl: page,
    retry: {
      advice: { kind: 'fix-first' },
      say: 'Correct the fields first; the same request gets the same answer.',
      carriedOut: 'no',
      source: responseCodes,
    },
    example: {
      status: 400,
      headers: json,
      body: '{"message":"The request is invalid.","modelState":{"model.Name":["The Project Name cannot be empty"],"model.ContactId":["The ContactId cannot be null or empty"]}}',
    },
    sources: [responseCodes],
  },
  {
    id: 'bad-request',
    when: [{ status: [400] }],
    severity: 'error',
    title: 'Bad request',
    meaning: 'Xero refused the request as malformed or invalid and does not name a field.',
    fix: 'Check the JSON, the path ids and the query parameters; the message below is all that Xero says.',
    docsUrl: page,
    retry: {
      advice: { kind: 'fix-first' },
      say: 'Correct the request first; the same request gets the same answer.',
      carriedOut: 'no',
      source: responseCodes,
    },
    example: { status: 400, headers: json, body: '{"message":"The request is invalid."}' },
    sources: [responseCodes],
    variants: [
      {
        when: [{ status: [400], author: 'untold', not: [{ bodyIncludes: ['the request is invalid'] }] }],
        title: 'Request refused, by whom is not told',
        meaning: 'The request was refused, and the answer does not show whether by Xero or by a server of yours.',
        fix: 'Look into the log of your own server; if it was Xero, check the JSON, the path ids and the query parameters.',
        retry: {
          advice: { kind: 'fix-first' },
          say: 'Correct the request first; the same request gets the same answer.',
          carriedOut: 'no',
          source: inference,
        },
        example: {
          url: atProxy,
          status: 400,
          headers: html,
          body: '<!DOCTYPE html><html><body><pre>SyntaxError: Unexpected end of JSON input</pre></body></html>',
        },
        sources: [inference],
      },
    ],
  },
  {
    id: 'token-expired',
    when: [{ status: [401], bodyIncludes: ['tokenexpired', 'token expired at', 'oauth_problem=token_expired'] }],
    severity: 'error',
    title: 'Access token expired',
    meaning: 'The access token is past its 30 minutes.',
    fix: 'Refresh the access token, then send the call once more with the new one.',
    docsUrl: tokensPage,
    retry: {
      advice: { kind: 'refresh-token' },
      say: 'Refresh, then retry once; a second 401 means that the new token is not the one being sent.',
      carriedOut: 'no',
      source: gatewayRecording,
    },
    example: {
      status: 401,
      headers: { 'www-authenticate': 'Bearer error=invalid_token' },
      body: envelope('Unauthorized', 401, 'TokenExpired: token expired at 11/22/2026 09:22:02'),
    },
    sources: [gatewayRecording, responseCodes],
  },
  {
    id: 'scope-or-plan-missing',
    when: [{ status: [401], bodyIncludes: ['authorizationunsuccessful', 'insufficient_scope'] }],
    severity: 'error',
    title: 'Scope or plan missing',
    meaning:
      'The token is genuine but not allowed here: the `projects` scope was not granted, or the organisation has no Xero Projects.',
    fix: 'Ask for the `projects` scope and let the user consent again; if it is there, switch Projects on for the organisation.',
    docsUrl: 'https://developer.xero.com/documentation/guides/oauth2/scopes/',
    retry: {
      advice: { kind: 'fix-first' },
      say: 'Get consent for the scope first; a refreshed token keeps the old scopes.',
      carriedOut: 'no',
      source: recorded(
        'POST /Projects, xero-php-oauth2-starter issue 22',
        'https://github.com/XeroAPI/xero-php-oauth2-starter/issues/22',
      ),
    },
    example: { status: 401, headers: json, body: envelope('Unauthorized', 401, 'AuthorizationUnsuccessful') },
    sources: [
      recorded(
        'POST /Projects, xero-php-oauth2-starter issue 22',
        'https://github.com/XeroAPI/xero-php-oauth2-starter/issues/22',
      ),
      responseCodes,
    ],
  },
  {
    id: 'token-invalid',
    when: [{ status: [401], bodyIncludes: ['authenticationunsuccessful'] }],
    severity: 'error',
    title: 'Access token not accepted',
    meaning: 'The access token is missing, garbled or not one that Xero issued.',
    fix: 'Send `Authorization: Bearer` and a current Xero access token, without quotes or line breaks.',
    docsUrl: tokensPage,
    retry: {
      advice: { kind: 'fix-first' },
      say: 'Put a valid token in first; if it was just refreshed, check that the new one is sent.',
      carriedOut: 'no',
      source: gatewayRecording,
    },
    example: {
      status: 401,
      headers: { ...json, 'www-authenticate': 'Bearer error=invalid_token' },
      body: envelope('Unauthorized', 401, 'AuthenticationUnsuccessful'),
    },
    sources: [gatewayRecording],
  },
  {
    id: 'unauthorized',
    when: [{ status: [401] }],
    severity: 'error',
    title: 'Unauthorized',
    meaning: 'The credentials are not valid, or the organisation has not been set up in Xero Projects.',
    fix: 'Check the access token and its scopes; then check that the organisation has Xero Projects.',
    docsUrl: page,
    retry: {
      advice: { kind: 'fix-first' },
      say: 'Find out which of the two it is first; the same call gets the same answer.',
      carriedOut: 'no',
      source: responseCodes,
    },
    example: { status: 401 },
    sources: [responseCodes],
    variants: [
      {
        when: [{ status: [401], author: 'untold' }],
        title: 'Unauthorized, by whom is not told',
        meaning: 'The call was refused, and the answer does not show whether by Xero or by a server of yours.',
        fix: 'Check that you are signed in to your own server; if it was Xero, check the access token, its scopes, and that the organisation has Xero Projects.',
        retry: {
          advice: { kind: 'fix-first' },
          say: 'Find out who refused it first; the same call gets the same answer.',
          carriedOut: 'no',
          source: inference,
        },
        example: { url: atProxy, status: 401, headers: json, body: '{"message":"Sign in first."}' },
        sources: [inference],
      },
    ],
  },
  {
    id: 'tenant-refused',
    when: [{ status: [403] }],
    severity: 'error',
    title: 'Organisation refused',
    meaning: 'The token is fine, but `Xero-Tenant-Id` is missing, wrong or no longer connected to your app.',
    fix: 'Send a `tenantId` from `GET /connections` (not the connection’s `id`); if it is gone, connect the organisation again and read the `tenantId` anew, for it can change; if it is there, check its subscription.',
    docsUrl: tenantsPage,
    retry: {
      advice: { kind: 'fix-first' },
      say: 'Correct the tenant header or reconnect first; no retry helps.',
      carriedOut: 'no',
      source: gatewayRecording,
    },
    example: {
      status: 403,
      headers: { ...json, 'x-appminlimit-remaining': '9999' },
      body: envelope('Forbidden', 403, 'AuthenticationUnsuccessful'),
    },
    sources: [
      recorded(
        'GET /Projects without the header, pyxero issue 295',
        'https://github.com/freakboy3742/pyxero/issues/295',
      ),
      gatewayRecording,
      secondary('An organisation’s ended trial or subscription gives the same answer, Apex-for-Xero issue 28'),
      secondary('The tenant id can change when an organisation is connected again, laravel-xero issue 40'),
    ],
    variants: [
      {
        when: [{ status: [403], via: 'connections' }],
        title: 'Connections refused',
        meaning: 'The call was refused; `GET /connections` takes no tenant, so none is at fault.',
        fix: 'Check the access token; if it stays, give Xero support the correlation id.',
        retry: {
          advice: { kind: 'fix-first' },
          say: 'Check the token first; no retry is known to help.',
          carriedOut: 'no',
          source: inference,
        },
        example: {
          url: 'https://api.xero.com/connections',
          status: 403,
          headers: json,
          body: envelope('Forbidden', 403, 'AuthenticationUnsuccessful'),
        },
        sources: [inference],
      },
      {
        when: [
          { status: [403], shape: ['html'], not: [{ bodyIncludes: ['authenticationunsuccessful'] }] },
          { status: [403], author: 'untold', not: [{ bodyIncludes: ['authenticationunsuccessful'] }] },
        ],
        title: 'Forbidden, by whom is not told',
        meaning: 'The call was refused, and the answer does not say that Xero refused the organisation.',
        fix: 'See from the headers and the body who answered, for a server of yours may have; if it was Xero, check `Xero-Tenant-Id`, the connection and the organisation’s subscription.',
        retry: {
          advice: { kind: 'fix-first' },
          say: 'Find out who refused it, and why, first; no retry is known to help.',
          carriedOut: 'no',
          source: inference,
        },
        example: {
          url: atProxy,
          status: 403,
          headers: html,
          body: '<html><body><h1>Invalid CSRF token</h1></body></html>',
        },
        sources: [inference, gatewayRecording],
      },
    ],
  },
  {
    id: 'not-found',
    when: [{ status: [404] }],
    severity: 'error',
    title: 'Not found',
    meaning: 'Xero cannot find the resource that the call names.',
    fix: 'Check the ids in the path; when logging time, also that `userId` is an active Projects user and the task is of this project.',
    docsUrl: page,
    retry: {
      advice: { kind: 'fix-first' },
      say: 'Correct the id first; the same address stays unknown.',
      carriedOut: 'no',
      source: responseCodes,
    },
    example: { status: 404, headers: html, body: "The resource you're looking for cannot be found" },
    sources: [responseCodes, secondary('A Projects user’s notes: POST /Time with an inactive userId answers 404')],
    variants: [
      {
        when: [{ status: [404], author: 'untold', not: [{ bodyIncludes: ['cannot be found'] }] }],
        title: 'Not found, by whom is not told',
        meaning: 'Nothing was found, and the answer does not show whether by Xero or by a server of yours.',
        fix: 'Check that your server has a route for this path and passes it on to Xero; then check the ids.',
        retry: {
          advice: { kind: 'fix-first' },
          say: 'Correct the route or the id first; the same address stays unknown.',
          carriedOut: 'no',
          source: inference,
        },
        example: {
          url: atProxy,
          status: 404,
          headers: html,
          body: '<!DOCTYPE html><html><body><pre>Cannot GET /projects.xro/2.0/Projects</pre></body></html>',
        },
        sources: [inference],
      },
    ],
  },
  {
    id: 'rate-limit-app-minute',
    when: [{ status: [429], header: { name: 'x-rate-limit-problem', includes: ['app'] } }],
    severity: 'warning',
    title: 'App minute limit reached',
    meaning: 'All tenants of your app together made more than 10,000 calls in a minute.',
    fix: 'Slow the whole app down until the minute is over; spread the calls of tenants over time.',
    docsUrl: limitsPage,
    retry: {
      advice: { kind: 'back-off', firstSeconds: 15, factor: 2, maxSeconds: 60, maxAttempts: 4 },
      say: 'Hold the calls of every tenant until the minute is over.',
      carriedOut: 'no',
      source: limits,
    },
    example: {
      status: 429,
      headers: { 'x-rate-limit-problem': 'appminute', 'x-appminlimit-remaining': '0' },
    },
    sources: [
      limits,
      secondary('The header’s value for this limit is not confirmed: `appminute`, `app-minute` and `app` are reported'),
    ],
  },
  {
    id: 'rate-limit-minute',
    when: [{ status: [429], header: { name: 'x-rate-limit-problem', includes: ['minute'] } }],
    severity: 'warning',
    title: 'Minute limit reached',
    meaning: 'Your app made more than 60 calls in a minute to this organisation.',
    fix: 'Wait until Retry-After has passed; ask for larger pages and fewer single reads.',
    docsUrl: limitsPage,
    retry: {
      advice: { kind: 'back-off', firstSeconds: 15, factor: 2, maxSeconds: 60, maxAttempts: 4 },
      say: 'Add a little random delay, so that waiting calls do not all come back at once.',
      carriedOut: 'no',
      source: limits,
    },
    example: {
      status: 429,
      headers: {
        'retry-after': '22',
        'x-rate-limit-problem': 'minute',
        'x-minlimit-remaining': '0',
        'x-daylimit-remaining': '4539',
      },
    },
    sources: [limits, gatewayRecording],
  },
  {
    id: 'rate-limit-day',
    when: [{ status: [429], header: { name: 'x-rate-limit-problem', includes: ['day', 'daily'] } }],
    severity: 'error',
    title: 'Day limit reached',
    meaning: 'Your app used up its calls to this organisation for the day: 5,000, or 1,000 on the Starter tier.',
    fix: 'Stop the queue for this organisation and schedule it after Retry-After.',
    docsUrl: limitsPage,
    retry: {
      advice: { kind: 'back-off', firstSeconds: 900, factor: 2, maxSeconds: 14_400, maxAttempts: 6 },
      say: 'Do not wait in the process: schedule the work for later.',
      carriedOut: 'no',
      source: limits,
    },
    example: {
      status: 429,
      headers: {
        'retry-after': '66975',
        'x-rate-limit-problem': 'day',
        'x-minlimit-remaining': '60',
        'x-daylimit-remaining': '0',
      },
    },
    sources: [limits],
  },
  {
    id: 'rate-limit-concurrent',
    when: [{ status: [429], header: { name: 'x-rate-limit-problem', includes: ['concurrent'] } }],
    severity: 'warning',
    title: 'Too many calls at once',
    meaning: 'More than five calls of your app to this organisation were in progress at the same time.',
    fix: 'Keep at most five calls in flight for each organisation.',
    docsUrl: limitsPage,
    retry: {
      advice: { kind: 'back-off', firstSeconds: 0.25, factor: 2, maxSeconds: 2, maxAttempts: 5 },
      say: 'Let a running call finish first; Xero tells no time for this limit.',
      carriedOut: 'no',
      source: secondary('it-peoplelogy/laravel-xero-bridge: no Retry-After for this limit'),
    },
    example: { status: 429, headers: { 'x-rate-limit-problem': 'concurrent' } },
    sources: [limits],
  },
  {
    id: 'rate-limit-unknown',
    when: [{ status: [429] }],
    severity: 'warning',
    title: 'Rate limit reached, which one is not told',
    meaning: 'One of Xero’s limits was reached, but the answer has no `X-Rate-Limit-Problem` that names it.',
    fix: 'Let your proxy pass on `X-Rate-Limit-Problem` and `Retry-After`; slow down meanwhile.',
    docsUrl: limitsPage,
    retry: {
      advice: { kind: 'back-off', firstSeconds: 2, factor: 2, maxSeconds: 60, maxAttempts: 6 },
      say: 'Back off until the calls get through.',
      carriedOut: 'no',
      source: limits,
    },
    example: { status: 429 },
    sources: [limits],
    variants: [
      {
        when: [{ status: [429], author: 'untold' }],
        title: 'Rate limit reached, whose is not told',
        meaning:
          'A rate limit was reached, and the answer does not show whether it is Xero’s or that of a server in between.',
        fix: 'Look at the limits of your own server, and let it pass on `X-Rate-Limit-Problem` and `Retry-After`; slow down meanwhile.',
        retry: {
          advice: { kind: 'back-off', firstSeconds: 2, factor: 2, maxSeconds: 60, maxAttempts: 6 },
          say: 'Back off until the calls get through.',
          carriedOut: 'no',
          source: inference,
        },
        example: { url: atProxy, status: 429, headers: html, body: 'Too many requests, please try again later.' },
        sources: [inference, limits],
      },
    ],
  },
  {
    id: 'rate-limit-legacy',
    when: [
      { status: [503], bodyIncludes: ['rate limit exceeded'] },
      { status: [503], header: { name: 'x-rate-limit-problem', includes: [] } },
    ],
    severity: 'warning',
    title: 'Rate limit reached (503, old form)',
    meaning:
      'The rate limit for this organisation and app was exceeded, answered in the old way; Xero answers 429 today.',
    fix: 'Slow down: at most 60 calls a minute, 5,000 a day and five at once for each organisation.',
    docsUrl: page,
    retry: {
      advice: { kind: 'back-off', firstSeconds: 60, factor: 2, maxSeconds: 3_600, maxAttempts: 6 },
      say: 'Try in the next minute; where it is the day limit, on the next day.',
      carriedOut: 'no',
      source: legacyLimit,
    },
    example: {
      status: 503,
      headers: { 'x-rate-limit-problem': 'minute' },
      body: 'oauth_problem=rate%20limit%20exceeded&oauth_problem_advice=please%20wait%20before%20retrying%20the%20xero%20api',
    },
    sources: [responseCodes, legacyLimit],
    variants: [
      {
        when: [{ status: [503], header: { name: 'x-rate-limit-problem', includes: ['day', 'daily'] } }],
        severity: 'error',
        title: 'Day limit reached (503, old form)',
        meaning:
          'The calls for this organisation and app are used up for the day, answered in the old way; Xero answers 429 today.',
        fix: 'Stop the queue for this organisation and schedule it for the next day.',
        retry: {
          advice: { kind: 'back-off', firstSeconds: 900, factor: 2, maxSeconds: 14_400, maxAttempts: 6 },
          say: 'Do not wait in the process: schedule the work for the next day.',
          carriedOut: 'no',
          source: legacyLimit,
        },
        example: {
          status: 503,
          headers: { 'x-rate-limit-problem': 'daily' },
          body: 'oauth_problem=rate limit exceeded&oauth_problem_advice=please wait before retrying the xero api',
        },
      },
    ],
  },
  {
    id: 'maintenance',
    when: [{ status: [503], bodyIncludes: ['offline for maintenance'] }],
    severity: 'warning',
    title: 'Xero API offline for maintenance',
    meaning: 'Xero has taken the API down for a short time of maintenance or an upgrade.',
    fix: 'Wait for the maintenance to end; look at Xero’s status page meanwhile.',
    docsUrl: statusPage,
    retry: {
      advice: { kind: 'back-off', firstSeconds: 60, factor: 2, maxSeconds: 900, maxAttempts: 6 },
      say: 'Try again soon, in minutes rather than seconds.',
      carriedOut: 'perhaps',
      source: responseCodes,
    },
    example: { status: 503, headers: html, body: 'The Xero API is currently offline for maintenance' },
    sources: [responseCodes],
  },
  {
    id: 'organisation-offline',
    when: [{ status: [503], bodyIncludes: ['organisation is offline'] }],
    severity: 'warning',
    title: 'Organisation offline',
    meaning: 'This one organisation cannot be reached for some minutes, though the Xero APIs themselves are online.',
    fix: 'Hold the calls of this organisation for about five minutes; those of others can go on.',
    docsUrl: page,
    retry: {
      advice: { kind: 'wait', seconds: 300 },
      say: 'Xero recommends trying again about every five minutes.',
      carriedOut: 'perhaps',
      source: responseCodes,
    },
    example: { status: 503, headers: html, body: 'The Organisation is offline' },
    sources: [responseCodes],
  },
  {
    id: 'temporarily-unavailable',
    when: [{ status: [503], bodyIncludes: ['xero api is temporarily unavailable'] }],
    severity: 'warning',
    title: 'Xero API temporarily unavailable',
    meaning: 'The API has a short outage and cannot answer at the moment.',
    fix: 'Wait a little; look at Xero’s status page if it lasts.',
    docsUrl: statusPage,
    retry: {
      advice: { kind: 'back-off', firstSeconds: 30, factor: 2, maxSeconds: 600, maxAttempts: 6 },
      say: 'Try again soon, with growing pauses.',
      carriedOut: 'perhaps',
      source: responseCodes,
    },
    example: { status: 503, headers: html, body: 'The Xero API is temporarily unavailable' },
    sources: [responseCodes],
  },
  {
    id: 'service-unavailable',
    when: [{ status: [503] }],
    severity: 'warning',
    title: 'Service unavailable',
    meaning: 'The API is unavailable, and the answer does not say why.',
    fix: 'Wait and look at Xero’s status page; if a proxy is between, check it too.',
    docsUrl: statusPage,
    retry: {
      advice: { kind: 'back-off', firstSeconds: 30, factor: 2, maxSeconds: 600, maxAttempts: 6 },
      say: 'Try again soon, with growing pauses.',
      carriedOut: 'perhaps',
      source: responseCodes,
    },
    example: {
      status: 503,
      headers: html,
      body: '<HTML><HEAD><TITLE>Service Unavailable</TITLE></HEAD><BODY><h2>Service Unavailable</h2><hr><p>HTTP Error 503. The service is unavailable.</p></BODY></HTML>',
    },
    sources: [
      responseCodes,
      recorded('Infrastructure page, pyxero issue 229', 'https://github.com/freakboy3742/pyxero/issues/229'),
    ],
    variants: [
      {
        when: [{ status: [503], author: 'untold' }],
        title: 'Service unavailable, whose is not told',
        meaning: 'A server is unavailable, and the answer does not show whether it is Xero’s or one in between.',
        fix: 'Check that your own server and proxy are up; if they are, wait and look at Xero’s status page.',
        example: {
          url: atProxy,
          status: 503,
          headers: html,
          body: '<html><body><center><h1>503 Service Temporarily Unavailable</h1></center><hr><center>nginx</center></body></html>',
        },
        sources: [inference],
      },
    ],
  },
  {
    id: 'server-error',
    when: [{ status: [500] }],
    severity: 'error',
    title: 'Error inside Xero',
    meaning: 'Something in the Xero API failed that it does not handle; a wrong or malformed id has caused it before.',
    fix: 'Check every id in the path and body; if it stays, give Xero support the correlation id.',
    docsUrl: page,
    retry: {
      advice: { kind: 'back-off', firstSeconds: 2, factor: 2, maxSeconds: 30, maxAttempts: 3 },
      say: 'Try a read two or three times; read back before you repeat a write.',
      carriedOut: 'perhaps',
      source: secondary('Libraries disagree: laravel-xero-bridge retries a 500, xero-kiwi does not'),
    },
    example: {
      status: 500,
      headers: json,
      body: `{"Title":"An error occurred","Detail":"An error occurred in Xero. Check the API Status page http://status.developer.xero.com for current service status.","Status":500,"Instance":"${correlationId}"}`,
    },
    sources: [
      responseCodes,
      recorded(
        'A wrong id answered with 500, xero-node issues 285 and 510',
        'https://github.com/XeroAPI/xero-node/issues/510',
      ),
    ],
    variants: [
      {
        when: [
          {
            status: [500],
            author: 'untold',
            not: [{ bodyIncludes: ['xero | error 500'] }],
          },
        ],
        title: 'Server error, whose is not told',
        meaning: 'A server failed, and the answer does not show whether it was Xero’s or one in between.',
        fix: 'Look into the log of your own server; if it was Xero’s, check every id in the path and body.',
        example: {
          url: atProxy,
          status: 500,
          headers: html,
          body: '<!DOCTYPE html><html><body><pre>TypeError: fetch failed</pre></body></html>',
        },
        sources: [
          inference,
          recorded('A page of Xero’s own, pyxero issue 225', 'https://github.com/freakboy3742/pyxero/issues/225'),
        ],
      },
    ],
  },
  {
    id: 'gateway-error',
    when: [{ status: [502, 504] }],
    severity: 'warning',
    title: 'Gateway error',
    meaning:
      'A gateway between you and the API got no usable answer from it, or none in time; the API itself did not speak.',
    fix: 'Try again later; if a proxy of yours is between, check its time-out.',
    docsUrl: statusPage,
    retry: {
      advice: { kind: 'back-off', firstSeconds: 1, factor: 2, maxSeconds: 30, maxAttempts: 3 },
      say: 'Try a read again with growing pauses; a write only with its Idempotency-Key.',
      carriedOut: 'perhaps',
      source: inference,
    },
    example: { status: 504, headers: html, body: '<html><head><title>504 Gateway Time-out</title></head></html>' },
    sources: [
      {
        basis: 'inferred',
        title: 'HTTP Semantics, RFC 9110; not in Xero’s table',
        url: 'https://www.rfc-editor.org/rfc/rfc9110#status.502',
        retrieved: '2026-11-22',
      },
      recorded('504 with an empty body, Xero-Java issue 162', 'https://github.com/XeroAPI/Xero-Java/issues/162'),
    ],
  },
  {
    id: 'undocumented',
    when: [{}],
    severity: 'warning',
    title: 'Not documented',
    meaning: 'Nothing is documented for this answer of the Projects API; below is what came.',
    fix: 'Read the body; a proxy of yours may have written this answer.',
    docsUrl: page,
    retry: {
      advice: { kind: 'cannot-tell' },
      say: 'Find out who gave this answer first.',
      carriedOut: 'perhaps',
      source: inference,
    },
    example: { status: 418, body: 'I’m a teapot' },
    sources: [specification],
  },
] as const satisfies readonly DiagnosisRow[];

export type DiagnosisId = (typeof diagnoses)[number]['id'];
