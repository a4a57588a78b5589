// Source: public reports of errors in the shapes of other Xero APIs; each row names its own.
// 4xx and 5xx responses whose body is an error of another Xero service.

import { type Citation, inference, inferred, recorded, secondary } from '../citation.ts';
import type { DiagnosisRow } from './row.ts';
import { JSON_HEADERS, tokensPage } from './row-parts.ts';

const invalidGrant = secondary(
  'invalid_grant for a refresh token used before or too old, xero-node issues 697 and 765',
  'https://github.com/XeroAPI/xero-node/issues/697',
);

const oauth: Citation = inferred(
  'OAuth 2.0, RFC 6749 (not in Xero’s list of response codes)',
  'https://www.rfc-editor.org/rfc/rfc6749#section-5.2',
);

export const wrongApi = [
  {
    id: 'wrong-api',
    when: [{ status: ['4xx', '5xx'], shape: ['accounting-error'] }],
    severity: 'error',
    title: 'Error from another Xero API',
    meaning: 'The body has the format of an Accounting API error, not of a Projects API error.',
    fix: 'Check the URL. Projects is under `/projects.xro/2.0/`, Accounting under `/api.xro/2.0/`.',
    docsUrl: 'https://developer.xero.com/documentation/projects/overview',
    retry: {
      action: { kind: 'fix-first' },
      advice: 'Correct the URL before you retry.',
      executed: 'unknown',
      citation: inference,
    },
    example: {
      status: 400,
      headers: JSON_HEADERS,
      body: '{"ErrorNumber":10,"Type":"ValidationException","Message":"A validation exception occurred","Elements":[{"ValidationErrors":[{"Message":"One or more line items must be specified"}]}]}',
    },
    citations: [
      recorded('Accounting API error, Xero-OpenAPI issue 461', 'https://github.com/XeroAPI/Xero-OpenAPI/issues/461'),
    ],
    variants: [
      {
        when: [{ status: ['4xx', '5xx'], shape: ['identity-error'] }],
        title: 'Error from Xero’s identity service',
        meaning: 'The body is an error from Xero’s identity service, which refused a request for a token.',
        fix: 'Fix the token request. For `invalid_grant`, send the newest refresh token or have the user consent again. A refresh token lasts 60 days and replaces the previous one.',
        docsUrl: tokensPage,
        retry: {
          action: { kind: 'fix-first' },
          advice: 'Get a token first, then send the request with it.',
          executed: 'no',
          citation: invalidGrant,
        },
        example: { status: 400, headers: JSON_HEADERS, body: '{"error":"invalid_grant"}' },
        citations: [invalidGrant, oauth, secondary('Xero developer platform, token lifetimes')],
      },
      {
        when: [{ status: ['4xx', '5xx'], shape: ['api-exception-xml'] }],
        title: 'XML error (older Xero format)',
        meaning:
          'The body is an XML `ApiException`, which Xero has sent for a malformed ID and for requests that didn’t ask for JSON.',
        fix: 'Send `Accept: application/json` and check every ID in the path and body. Then check that the URL is under `/projects.xro/2.0/`.',
        retry: {
          action: { kind: 'fix-first' },
          advice: 'Correct the header, IDs and URL first. Before you repeat a write, read the data back.',
          executed: 'unknown',
          citation: inference,
        },
        example: {
          status: 500,
          headers: { 'content-type': 'text/xml; charset=utf-8' },
          body: '<ApiException><ErrorNumber>500</ErrorNumber><Type>UnknownErrorException</Type></ApiException>',
        },
        citations: [
          recorded(
            'A 500 UnknownErrorException for a malformed ID, xero-node issue 285',
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
] as const satisfies readonly DiagnosisRow[];
