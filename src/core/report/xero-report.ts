// A report of one call for Xero's support: what they look for first, and nothing that they do not need.

import type { Diagnosis } from '../diagnose/diagnose.ts';
import { messageAuthor } from '../diagnose/message-author.ts';
import type { Exchange } from '../model/exchange.ts';
import { inline, sentence } from './markdown.ts';
import { answeredPart, facts, sentPart } from './sections.ts';

/** Markdown. To be redacted before; Xero finds the organisation by the correlation id. */
export function reportForXero(exchange: Exchange, diagnosis: Diagnosis): string {
  const { evidence, row } = diagnosis;
  const parts = [
    '## Question on a response of the Projects API',
    facts(exchange, diagnosis),
    ...(evidence.message === undefined
      ? []
      : [`${messageAuthor(exchange, evidence)} says: ${inline(evidence.message)}`]),
    `By the documentation we take it for: ${sentence(row.title)}. ${sentence(row.meaning)} (<${row.learnMore}>)`,
    `### Sent\n\n${sentPart(exchange)}`,
    `### Answered\n\n${answeredPart(exchange)}`,
    '### Expected\n\n(Please fill in what you expected, and whether it happens again.)',
  ];
  return `${parts.join('\n\n')}\n`;
}
