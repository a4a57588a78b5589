// Source: none; Xero documents nothing about these responses.
// Statuses that have no file of their own, and last a row that matches every response.

import { inference, specification } from '../citation.ts';
import type { DiagnosisRow } from './row.ts';
import { responseCodesPage } from './row-parts.ts';

export const undocumented = [
  {
    id: 'undocumented',
    when: [{}],
    severity: 'warning',
    title: 'Not documented',
    meaning: 'Nothing is documented for this answer of the Projects API; below is what came.',
    fix: 'Read the body; a proxy of yours may have written this answer.',
    docsUrl: responseCodesPage,
    retry: {
      action: { kind: 'cannot-tell' },
      advice: 'Find out who gave this answer first.',
      executed: 'unknown',
      citation: inference,
    },
    example: { status: 418, body: 'I’m a teapot' },
    citations: [specification],
    trueOfAnyOrigin: 'names no sender',
  },
] as const satisfies readonly DiagnosisRow[];
