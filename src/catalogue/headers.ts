// Source: XeroAPI/Xero-OpenAPI:xero-projects.yaml 16.1.0 and recordings of api.xero.com, read 2026-11-22.
// The request and response headers that matter, each with its rule.

import { type Citation, gatewayRecording, idempotency, limits, secondary, specification } from './citation.ts';

export interface HeaderRow {
  readonly name: string;
  readonly on: 'request' | 'response';
  readonly required: boolean;
  readonly meaning: string;
  readonly rule: string;
  readonly citation: Citation;
  /** Facts from other sources. */
  readonly further?: readonly RelatedHeader[];
}

interface RelatedHeader {
  readonly term: string;
  readonly text: string;
  readonly citation: Citation;
}

const notOnRefusals: RelatedHeader = { term: 'Not sent', text: 'With 401 and 403', citation: gatewayRecording };

export const headerRows: readonly HeaderRow[] = [
  {
    name: 'Authorization',
    on: 'request',
    required: true,
    meaning: 'The access token',
    rule: '`Bearer` and an access token (a JWT)',
    citation: specification,
    further: [{ term: 'Token', text: 'Issued by identity.xero.com, valid for 30 minutes', citation: gatewayRecording }],
  },
  {
    name: 'Xero-Tenant-Id',
    on: 'request',
    required: true,
    meaning: 'The organisation that the request is for',
    rule: 'A string, in practice a UUID',
    citation: specification,
    further: [
      {
        term: 'From',
        text: 'A `tenantId` from `GET /connections`, not the connection’s `id`',
        citation: secondary('Xero guide, tenants', 'https://developer.xero.com/documentation/guides/oauth2/tenants/'),
      },
      {
        term: 'Custom connections',
        text: 'Reported to work without it',
        citation: secondary('Notes of an app that posts time to Projects'),
      },
    ],
  },
  {
    name: 'Idempotency-Key',
    on: 'request',
    required: false,
    meaning: 'Makes it safe to retry a write',
    rule: 'POST, PUT and PATCH only. At most 128 characters. Xero caches the first response for 6 minutes, including errors',
    citation: idempotency,
  },
  {
    name: 'Content-Type',
    on: 'request',
    required: false,
    meaning: 'The type of the body',
    rule: '`application/json`, the only type in the specification',
    citation: specification,
  },
  {
    name: 'Accept',
    on: 'request',
    required: false,
    meaning: 'The type of response that you accept',
    rule: '`application/json`. Without it, a client received XML',
    citation: secondary('calcinai/xero-php issue 537', 'https://github.com/calcinai/xero-php/issues/537'),
  },
  {
    name: 'Xero-Correlation-Id',
    on: 'response',
    required: false,
    meaning: 'Identifies the request to Xero support',
    rule: 'A UUID. Pages from Xero’s infrastructure may not have it',
    citation: gatewayRecording,
  },
  {
    name: 'X-MinLimit-Remaining',
    on: 'response',
    required: false,
    meaning: 'Requests remaining this minute, for this organisation',
    rule: 'A whole number',
    citation: limits,
    further: [notOnRefusals],
  },
  {
    name: 'X-DayLimit-Remaining',
    on: 'response',
    required: false,
    meaning: 'Requests remaining today, for this organisation',
    rule: 'A whole number',
    citation: limits,
    further: [notOnRefusals],
  },
  {
    name: 'X-AppMinLimit-Remaining',
    on: 'response',
    required: false,
    meaning: 'Requests remaining this minute, for the app and all organisations',
    rule: 'A whole number',
    citation: limits,
    further: [{ term: 'Not sent', text: 'With 401, not with 403', citation: gatewayRecording }],
  },
  {
    name: 'X-Rate-Limit-Problem',
    on: 'response',
    required: false,
    meaning: 'Which limit was reached',
    rule: '`minute`, `day` or `concurrent`. The value for the app’s own limit isn’t confirmed',
    citation: limits,
  },
  {
    name: 'Retry-After',
    on: 'response',
    required: false,
    meaning: 'Seconds to wait',
    rule: 'Whole seconds, for the minute and day limits',
    citation: limits,
    further: [
      {
        term: 'Not sent',
        text: 'For the concurrent limit',
        citation: secondary('it-peoplelogy/laravel-xero-bridge: no Retry-After for this limit'),
      },
    ],
  },
  {
    name: 'WWW-Authenticate',
    on: 'response',
    required: false,
    meaning: 'Why a token was refused',
    rule: '`Bearer error=invalid_token` with a 401, if the token has expired or isn’t from Xero',
    citation: gatewayRecording,
    further: [
      {
        term: 'Scope missing',
        text: '`insufficient_scope`',
        citation: secondary('Xero community, discussion 119166525'),
      },
    ],
  },
];
