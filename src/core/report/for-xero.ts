// A report of one call for Xero's support: what they look for first, and nothing that they do not need.

import type { Diagnosis } from '../diagnose.ts';
import type { Exchange } from '../exchange.ts';
import { answeredPart, facts, sentPart } from './exchange-part.ts';
import { inline, sentence } from './markdown.ts';

/** Markdown. To be redacted before; Xero finds the organisation by the correlation id. */
export function reportForXero(exchange: Exchange, diagnosis: Diagnosis): string {
  const { message } = diagnosis.evidence;
  const parts = [
    '## Question on a response of the Projects API',
    facts(exchange, diagnosis),
    ...(message === undefined ? [] : [`Xero says: ${inline(message)}`]),
    `By the documentation we take it for: ${sentence(diagnosis.row.title)}. ${sentence(diagnosis.row.meaning)} (<${diagnosis.row.learnMore}>)`,
    `### Sent\n\n${sentPart(exchange)}`,
    `### Answered\n\n${answeredPart(exchange)}`,
    '### Expected\n\n(Please fill in what you expected, and whether it happens again.)',
  ];
  return `${parts.join('\n\n')}\n`;
}
