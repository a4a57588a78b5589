// Source: the connectors in ../connectors.ts.
// 4xx and 5xx responses that a connector between the page and Xero wrote itself.

import { inference, recorded } from '../citation.ts';
import type { DiagnosisRow } from './row.ts';
import { JSON_HEADERS, responseCodesPage } from './row-parts.ts';

export const connectorErrors = [
  {
    id: 'connector-error',
    when: [
      { status: ['4xx', '5xx'], via: 'connector', origin: 'unknown', not: [{ bodyIncludes: ['cannot be found'] }] },
    ],
    severity: 'error',
    title: 'Connector error',
    meaning: 'This response is from the connector between you and Xero, and doesn’t show Xero’s own response.',
    fix: 'Find the request and Xero’s response in the connector’s log.',
    docsUrl: responseCodesPage,
    retry: {
      action: { kind: 'cannot-tell' },
      advice: 'Find the cause in the connector’s log first.',
      executed: 'unknown',
      citation: inference,
    },
    example: {
      url: 'https://api.pipedream.com/v1/connect/x/proxy/projects.xro/2.0/Projects',
      status: 500,
      headers: JSON_HEADERS,
      body: '{"error":"Unexpected error, please reach out to our team at https://pipedream.com/support"}',
    },
    citations: [recorded('A 500 from Pipedream’s proxy', 'https://pipedream.com/docs/connect/api-proxy'), inference],
  },
] as const satisfies readonly DiagnosisRow[];
