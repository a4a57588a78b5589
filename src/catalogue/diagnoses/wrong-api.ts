// Source: public reports of errors in the shapes of other Xero APIs; each row names its own.
// 4xx and 5xx responses whose body is an error of another Xero service.

import { type Citation, inference, recorded, secondary } from '../citation.ts';
import type { DiagnosisRow } from './row.ts';
import { JSON_HEADERS, tokensPage } from './row-parts.ts';

const invalidGrant = secondary(
  'invalid_grant for a refresh token used before or too old, xero-node issues 697 and 765',
  'https://github.com/XeroAPI/xero-node/issues/697',
);

const oauth: Citation = {
  basis: 'inferred',
  title: 'OAuth 2.0, RFC 6749; not in Xero’s table',
  url: 'https://www.rfc-editor.org/rfc/rfc6749#section-5.2',
  retrieved: '2026-11-22',
};

export const wrongApi = [
  {
    id: 'wrong-api',
    when: [{ status: ['4xx', '5xx'], shape: ['accounting-error'] }],
    severity: 'error',
    title: 'Error of another Xero API',
    meaning: 'The body has the shape of an error of the Accounting API, not of Projects.',
    fix: 'Check the address: Projects lives under `/projects.xro/2.0/`, Accounting under `/api.xro/2.0/`.',
    docsUrl: 'https://developer.xero.com/documentation/projects/overview',
    retry: {
      action: { kind: 'fix-first' },
      advice: 'Correct the address before you send it again.',
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
        title: 'Token request refused',
        meaning:
          'The body is an error of Xero’s identity service, which gives out tokens: it refused a request for one.',
        fix: 'Mend the token request; for `invalid_grant`, send the newest refresh token, for each replaces the one before and lives 60 days, or have the user consent again.',
        docsUrl: tokensPage,
        retry: {
          action: { kind: 'fix-first' },
          advice: 'Get a token first, then send the call with it.',
          executed: 'no',
          citation: invalidGrant,
        },
        example: { status: 400, headers: JSON_HEADERS, body: '{"error":"invalid_grant"}' },
        citations: [invalidGrant, oauth, secondary('Xero developer platform, lives of tokens')],
      },
      {
        when: [{ status: ['4xx', '5xx'], shape: ['api-exception-xml'] }],
        title: 'Error in XML, an old form of Xero’s',
        meaning:
          'The body is an `ApiException` in XML; a malformed id has been answered so, and calls that asked for no JSON.',
        fix: 'Send `Accept: application/json` and check every id in the path and body; then check that the address lies under `/projects.xro/2.0/`.',
        retry: {
          action: { kind: 'fix-first' },
          advice: 'Correct header, ids and address first; read back before you repeat a write.',
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
] as const satisfies readonly DiagnosisRow[];
