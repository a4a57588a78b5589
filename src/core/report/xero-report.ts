// A report of one exchange for Xero's support: what they look at first, and nothing that they don't need.

import type { Diagnosis } from '../diagnose/diagnose.ts';
import { messageOrigin } from '../diagnose/message-author.ts';
import type { Exchange } from '../model/exchange.ts';
import { inline, sentence } from './markdown.ts';
import { requestSection, responseSection, summaryList } from './sections.ts';

/** Markdown. Pass a redacted exchange: Xero finds the organisation by the correlation id. */
export function reportForXero(exchange: Exchange, diagnosis: Diagnosis): string {
  const { evidence, row } = diagnosis;
  const parts = [
    '## Question about a Projects API response',
    summaryList(exchange, diagnosis),
    ...(evidence.message === undefined
      ? []
      : [`${messageOrigin(exchange, evidence)} says: ${inline(evidence.message)}`]),
    `Based on the documentation, we think this is: ${sentence(row.title)}. ${sentence(row.meaning)} (<${row.docsUrl}>)`,
    `### Request\n\n${requestSection(exchange)}`,
    `### Response\n\n${responseSection(exchange)}`,
    '### Expected\n\n(Describe what you expected, and whether it happens again.)',
  ];
  return `${parts.join('\n\n')}\n`;
}
