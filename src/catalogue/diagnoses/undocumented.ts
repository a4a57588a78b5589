// Source: none; Xero documents nothing about these responses.
// Statuses without their own file. The last row matches every response.

import { inference, specification } from '../citation.ts';
import type { DiagnosisRow } from './row.ts';
import { responseCodesPage } from './row-parts.ts';

export const undocumented = [
  {
    id: 'undocumented',
    when: [{}],
    severity: 'warning',
    title: 'Undocumented response',
    meaning: 'Xero hasn’t documented this response of the Projects API.',
    fix: 'Read the body. A proxy may have written this response.',
    docsUrl: responseCodesPage,
    retry: {
      action: { kind: 'cannot-tell' },
      advice: 'First find out who sent this response.',
      executed: 'unknown',
      citation: inference,
    },
    example: { status: 418, body: 'I’m a teapot' },
    citations: [specification],
    trueOfAnyOrigin: 'names no sender',
  },
] as const satisfies readonly DiagnosisRow[];
