// A report of one exchange for a colleague: what the panel's card says, the request and the response.

import type { Card } from '../card/card.ts';
import type { CheckGroup } from '../card/check-groups.ts';
import type { FieldError } from '../diagnose/field-errors.ts';
import type { Exchange } from '../model/exchange.ts';
import type { Finding, Location } from '../model/finding.ts';
import type { Placeholder } from '../redact/placeholders.ts';
import type { Explanation } from './explain.ts';
import { inline, redactionNote, sentence } from './markdown.ts';
import { requestSection, responseSection, summaryList } from './sections.ts';

/** Markdown. Pass a redacted exchange, and the explanation of that. */
export function reportForColleague(
  exchange: Exchange,
  { diagnosis, card, retry, sequence }: Explanation,
  placeholders: readonly Placeholder[],
): string {
  const { fix } = card;
  const advice = [retry.verdict, ...retry.details].filter((each) => each !== '');
  const lines = [
    labelled('What', [...whatLines(card), ...card.notes.map(({ observed }) => `${sentence(observed)}.`)]),
    labelled('Why', whyLines(card)),
    labelled(
      'Fix',
      [...fix.sentences, ...(fix.tenantToSend === undefined ? [] : [`\`${fix.tenantToSend}\``])].map(sentence),
    ),
    labelled('Retry', advice.map(sentence)),
    labelled('Read more', [`<${diagnosis.row.docsUrl}>`]),
  ];
  const parts = [
    `## ${sentence(card.title)}`,
    redactionNote(placeholders),
    lines.filter((line) => line !== '').join('\n'),
    list('Field errors', card.fields.map(fieldOf)),
    list('Other possible causes', card.otherCauses.map(findingOf)),
    list('Checks', card.checks.map(checkOf)),
    list('Retry analysis', sequence.map(findingOf)),
    `### Details\n\n${summaryList(exchange, diagnosis)}`,
    `### Request\n\n${requestSection(exchange)}`,
    `### Response\n\n${responseSection(exchange)}`,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function labelled(label: string, sentences: readonly string[]): string {
  return sentences.length === 0 ? '' : `- **${label}:** ${sentences.join(' ')}`;
}

function whatLines({ what }: Card): string[] {
  return [
    sentence(what.text),
    ...what.notes.map(({ observed }) => `${sentence(observed)}.`),
    ...(what.quote ? [`${what.quote.origin.replace('Your', 'Our')} says: ${inline(what.quote.text)}.`] : []),
    ...(what.networkError ? [`The ${what.networkError.reporter} says: ${inline(what.networkError.text)}.`] : []),
  ];
}

function whyLines({ why }: Card): string[] {
  if (why === undefined) return [];
  const certainty = why.certainty === undefined || why.certainty === 'certain' ? [] : [`(${why.certainty})`];
  return [...why.statements.map(({ text }) => sentence(text)), ...certainty];
}

function list(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `### ${title}\n\n${lines.map((line) => `- ${line}`).join('\n')}`;
}

function fieldOf({ key, messages, pointer, field }: FieldError): string {
  const text = messages.slice(0, 5).map(inline).join(', ');
  const location = pointer === '' ? '' : ` at ${inline(pointer)}`;
  const rule = field === undefined ? '' : `. Rule: ${sentence(field.rule)}`;
  return `${inline(key)}${location}: ${text}${rule}`;
}

function findingOf({ title, observed, sentence: statement = `${observed}.`, certainty, fix }: Finding): string {
  return `**${sentence(title)}** (${certainty}): ${[statement, fix]
    .filter((each) => each !== '')
    .map(sentence)
    .join(' ')}`;
}

function checkOf({ finding, text, places, fix, certainty }: CheckGroup): string {
  const { ruleId, title, severity, location, observed, expected } = finding;
  const facts = [severity, ...(certainty === 'certain' ? [] : [certainty]), `\`${ruleId}\`${formatLocation(location)}`];
  const statement =
    places.length > 0
      ? `${text}: ${places.map(({ name }) => name).join(', ')}.`
      : (finding.sentence ?? `Observed: ${observed}. Expected: ${expected}.`);
  return `**${sentence(title)}** (${facts.join(', ')}): ${[statement, fix]
    .filter((each) => each !== '')
    .map(sentence)
    .join(' ')}`;
}

function formatLocation(where: Location | undefined): string {
  if (where === undefined) return '';
  const name = 'pointer' in where ? where.pointer : where.name;
  return name === '' ? `, ${where.in}` : `, ${where.in} ${inline(name)}`;
}
