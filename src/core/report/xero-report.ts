// A report of one exchange for Xero's support: what they look at first, and nothing that they don't need.

import type { Diagnosis } from '../diagnose/diagnose.ts';
import { fullMeaning } from '../diagnose/full-meaning.ts';
import { messageOrigin } from '../diagnose/message-author.ts';
import { type Exchange, isDirectToXero, senderOf } from '../model/exchange.ts';
import type { Placeholder } from '../redact/placeholders.ts';
import { forXero } from './for-xero.ts';
import { inline, redactionNote, sentence } from './markdown.ts';
import { requestSection, responseSection, summaryList } from './sections.ts';

/** Markdown. Pass an exchange in which everything private but the tenant ID is redacted: Xero searches by that and by the correlation ID. */
export function reportForXero(
  exchange: Exchange,
  diagnosis: Diagnosis,
  placeholders: readonly Placeholder[] = [],
): string {
  const { evidence, row } = diagnosis;
  const shown = forXero(exchange);
  const parts = [
    '## Question about a Projects API response',
    redactionNote(placeholders),
    summaryList(shown, diagnosis),
    ...(isDirectToXero(exchange)
      ? []
      : [
          `The ${senderOf(exchange)} sent the request to our proxy. The URL above is the one that the proxy should use.`,
        ]),
    ...(evidence.message === undefined
      ? []
      : [`${messageOrigin(exchange, evidence).replace('Your', 'Our')} says: ${inline(evidence.message)}`]),
    `Based on the documentation, we think this is: ${sentence(row.title)}. ${sentence(fullMeaning(row))} (<${row.docsUrl}>)`,
    `### Request\n\n${requestSection(shown)}`,
    `### Response\n\n${responseSection(shown)}`,
    '### Expected\n\n(Describe what you expected, and whether it happens again.)',
  ];
  return `${parts.join('\n\n')}\n`;
}
